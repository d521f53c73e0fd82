package cotangent.processor.graph;

import java.util.List;

/**
 * Which arrays a step reads or writes, said once for all who ask what may be read, overwritten or
 * null. What a call does with its arrays isn't included, nor what the steps of its regions do.
 *
 * @param read the arrays of which it reads elements
 * @param written the arrays of which it writes elements
 */
public record Accesses(List<Value> read, List<Value> written) {
  private static final Accesses NONE = new Accesses(List.of(), List.of());

  /** Returns the accesses of a step by itself. */
  public static Accesses of(Step step) {
    return switch (step.kind()) {
      case READ -> reading(((Step.Read) step).array());
      case CLONE -> reading(((Step.Clone) step).array());
      case WRITE -> writing(((Step.Write) step).array());
      case FILL -> writing(((Step.Fill) step).array());
      case COPY -> copying((Step.Copy) step);
      case CONSTANT, APPLY, CALL, NEW_ARRAY, ZEROS_LIKE, PUSH, POP -> NONE;
      case BRANCH, LOOP, WHILE, THROW -> NONE;
    };
  }

  /** Whether arrays get other rows, so that these have two names. */
  public boolean storesRows() {
    return written.stream().anyMatch(array -> array.type().rank() > 1);
  }

  private static Accesses reading(Value array) {
    return new Accesses(List.of(array), List.of());
  }

  private static Accesses writing(Value array) {
    return new Accesses(List.of(), List.of(array));
  }

  private static Accesses copying(Step.Copy copy) {
    return new Accesses(List.of(copy.source()), List.of(copy.target()));
  }
}
