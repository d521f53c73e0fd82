package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.ExponentialDistribution;

/** The derivatives of the exponential distribution. */
public final class ExponentialRules {
  private ExponentialRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByTwo densityPullback(double mean, double x, double value, double seed) {
    return logSlopes(mean, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByTwo logDensityPullback(double mean, double x, double value, double seed) {
    return logSlopes(mean, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByTwo cumulativePullback(double mean, double x, double value, double seed) {
    return slopes(mean, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(
      ExponentialDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      ExponentialDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = ExponentialDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      ExponentialDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByTwo logSlopes(double mean, double x) {
    if (!(x >= 0)) {
      return ByTwo.NONE;
    }
    return new ByTwo((x / mean - 1) / mean, -1 / mean);
  }

  /** How the probability of at most x changes. */
  private static ByTwo slopes(double mean, double x) {
    if (!(x >= 0)) {
      return ByTwo.NONE;
    }
    double density = Math.exp(-x / mean) / mean;
    return new ByTwo(-x / mean * density, density);
  }

  private static double logSlope(ExponentialDistribution self, double x) {
    if (!(x >= 0)) {
      return 0;
    }
    return -1 / self.getMean();
  }
}
