package cotangent.verify.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks everything that a companion promises about one method at one point, mode by mode. The
 * modes are to be checked in the order in which {@link #MODES} has them: each is compared with
 * differences of the method and with those before it.
 */
public final class Verification {
  /** The value, and the constants of {@code Derivative}. */
  public static final List<String> MODES =
      List.of("VALUE", "GRADIENT", "VJP", "JVP", "JACOBIAN", "HESSIAN", "HVP", "GRADIENT_SUM");

  private final Scene scene;
  private final Guarantees guarantees;
  private final Tally tally;
  private final FirstOrder firstOrder;
  private final SecondOrder secondOrder;

  /**
   * @param other the same method at another point, null where there is none
   * @param exactGradient replaces differences where they can't tell; else empty
   * @param exactHessian the same for second derivatives, row by row
   */
  public Verification(
      Scene scene, @Nullable Scene other, double[] exactGradient, double[] exactHessian) {
    this.scene = scene;
    guarantees = new Guarantees(scene, other);
    tally = new Tally(scene.subject());
    firstOrder = new FirstOrder(scene, guarantees, tally, exactGradient);
    secondOrder = new SecondOrder(scene, guarantees, firstOrder, tally, exactHessian);
  }

  /** How many derivatives were compared with differences. */
  public int sharp() {
    return tally.sharp();
  }

  /** How many are at a kink, and lie between the derivatives of both sides. */
  public int kinks() {
    return tally.kinks();
  }

  /** How many were not compared, as differences say nothing there. */
  public int blurred() {
    return tally.blurred();
  }

  /** How many of these differ on purpose, since a number is held constant on the way. */
  public int held() {
    return tally.held();
  }

  /**
   * A derivative that isn't a number though the value is the same all around, as a root of an exact
   * zero has it; empty where there was none.
   */
  public String singular() {
    return tally.singular();
  }

  /** Checks all modes that are offered. */
  public void all() {
    for (String mode : MODES) {
      if (mode.equals("VALUE") || scene.subject().offers(mode)) {
        check(mode);
      }
    }
  }

  /**
   * Checks a mode.
   *
   * @throws Wrong if anything isn't as it should be
   * @throws Refused if there is nothing to compare, as sizes aren't what is declared on the way
   */
  public void check(String mode) {
    try {
      run(mode);
    } catch (Wrong wrong) {
      boolean areModes = Double.isFinite(wrong.off().absolute());
      if (!areModes || !new Conditioning(scene).explains(wrong)) {
        throw wrong;
      }
      tally.blur();
    }
  }

  private void run(String mode) {
    boolean hasDerivatives = scene.expected().failure() == null;
    switch (mode) {
      case "VALUE" -> guarantees.value();
      case "GRADIENT" -> firstOrder.gradient();
      case "VJP" -> ifThere(hasDerivatives, firstOrder::vjp);
      case "JVP" -> ifThere(hasDerivatives, firstOrder::jvp);
      case "JACOBIAN" -> firstOrder.jacobian();
      case "HESSIAN" -> secondOrder.hessian();
      case "HVP" -> secondOrder.hvp();
      case "GRADIENT_SUM" -> ifThere(hasDerivatives, new Summing(scene, tally)::check);
      default -> throw new IllegalArgumentException(mode);
    }
  }

  /** Where the original throws, there is no result to take a seed like. */
  private static void ifThere(boolean condition, Runnable check) {
    if (condition) {
      check.run();
    }
  }
}
