package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.special.Erf;

/** The derivatives of the error function, and of what is made of it. */
public final class ErfRules {
  private static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

  private ErfRules() {}

  /** Differentiates the error function. */
  @DerivativeOf(owner = Erf.class, method = "erf")
  @Differentiable
  public static double erfPullback(double x, double value, double seed) {
    return SLOPE_AT_ZERO * Math.exp(-x * x) * seed;
  }

  /** Differentiates the complement of the error function. */
  @DerivativeOf(owner = Erf.class, method = "erfc")
  @Differentiable
  public static double erfcPullback(double x, double value, double seed) {
    return -SLOPE_AT_ZERO * Math.exp(-x * x) * seed;
  }

  /** Differentiates the difference of the error function at two points. */
  @DerivativeOf(owner = Erf.class, method = "erf")
  @Differentiable({VJP, JVP})
  public static ByTwo differencePullback(double x1, double x2, double value, double seed) {
    return new ByTwo(
        -SLOPE_AT_ZERO * Math.exp(-x1 * x1) * seed, SLOPE_AT_ZERO * Math.exp(-x2 * x2) * seed);
  }

  /** Differentiates the inverse of the error function. */
  @DerivativeOf(owner = Erf.class, method = "erfInv")
  @Differentiable
  public static double erfInvPullback(double x, double value, double seed) {
    return Math.exp(value * value) / SLOPE_AT_ZERO * seed;
  }

  /** Differentiates the inverse of the complement. */
  @DerivativeOf(owner = Erf.class, method = "erfcInv")
  @Differentiable
  public static double erfcInvPullback(double x, double value, double seed) {
    return -Math.exp(value * value) / SLOPE_AT_ZERO * seed;
  }
}
