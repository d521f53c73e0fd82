package cotangent.examples.cookbook;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.special.Erf;

/** Supplies the derivative of a function of a library, and prices an option with it. */
public final class NormalRule {
  private static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

  private NormalRule() {}

  /** Tells Cotangent the derivative of the error function, whatever the library computes inside. */
  @DerivativeOf(owner = Erf.class, method = "erf")
  static double erfPullback(double x, double value, double seed) {
    return seed * SLOPE_AT_ZERO * Math.exp(-x * x);
  }

  /** Computes the probability of at most x under the normal distribution. */
  @Differentiable
  static double cumulative(double x, double mean, double deviation) {
    return 0.5 + 0.5 * Erf.erf((x - mean) / (deviation * Math.sqrt(2)));
  }
}
