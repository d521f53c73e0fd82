package cotangent.processor.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * The derivatives that there are, by the names of {@code cotangent.Derivative} that users ask with,
 * in the order in which methods are generated; and what follows from each for names.
 */
public enum Mode {
  GRADIENT("Grad", "Gradient", Takes.NOTHING),
  VJP("Vjp", "Vjp", Takes.SEED),
  JVP("Jvp", "Jvp", Takes.TANGENTS),
  JACOBIAN("Jacobian", "Jacobian", Takes.NOTHING),
  HESSIAN("Hessian", "Hessian", Takes.NOTHING),
  HVP("Hvp", "Hvp", Takes.TANGENTS),
  /** The gradient, added to arrays that are given: offered beside it, and not asked for by name. */
  GRADIENT_ADDED("GradAddTo", "Gradient", Takes.ARRAYS),
  /** Made of gradients by a class of its own; no derivative method. */
  GRADIENT_SUM("Sum", "Sum", Takes.NOTHING);

  /** What a method takes besides the inputs of the original. */
  public enum Takes {
    NOTHING,
    /** One for each array that the original is differentiated with respect to. */
    ARRAYS,
    /** As many numbers as the original returns. */
    SEED,
    /** As many numbers as the original is differentiated with respect to. */
    TANGENTS
  }

  private final String suffix;
  private final String record;
  private final Takes takes;

  Mode(String suffix, String record, Takes takes) {
    this.suffix = suffix;
    this.record = record;
    this.takes = takes;
  }

  /** Returns what the name of the method ends in. */
  public String suffix() {
    return suffix;
  }

  /** Returns the ending of the name of the record that the method returns. */
  public String record() {
    return record;
  }

  public Takes takes() {
    return takes;
  }

  /** Whether it can be asked for only where the result is a number. */
  public boolean isOfNumbers() {
    return this == GRADIENT || this == HESSIAN || this == HVP || this == GRADIENT_SUM;
  }

  /** Whether a method of its own is derived. */
  public boolean isDerived() {
    return this != GRADIENT_SUM;
  }

  /** Finds the mode with a name, as users write it. */
  public static Optional<Mode> named(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode != GRADIENT_ADDED && mode.name().equals(name))
        .findFirst();
  }

  /** Finds the mode of a derivative method by the ending of its name. */
  public static Optional<Mode> ofSuffix(String suffix) {
    return Arrays.stream(values())
        .filter(mode -> mode.isDerived() && mode.suffix.equals(suffix))
        .findFirst();
  }
}
