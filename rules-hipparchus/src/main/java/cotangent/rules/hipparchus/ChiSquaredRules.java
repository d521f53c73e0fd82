package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** The derivatives of the chi-squared distribution. */
public final class ChiSquaredRules {
  private ChiSquaredRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByTwo densityPullback(double degrees, double x, double value, double seed) {
    return logSlopes(degrees, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByTwo logDensityPullback(double degrees, double x, double value, double seed) {
    return logSlopes(degrees, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByTwo cumulativePullback(double degrees, double x, double value, double seed) {
    return slopes(degrees, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(
      ChiSquaredDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      ChiSquaredDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = ChiSquaredDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      ChiSquaredDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByTwo logSlopes(double degrees, double x) {
    if (!(x > 0)) {
      return ByTwo.NONE;
    }
    double half = 0.5 * degrees;
    return new ByTwo(0.5 * (Math.log(0.5 * x) - Polygamma.digamma(half)), (half - 1) / x - 0.5);
  }

  /** How the probability of at most x changes. */
  private static ByTwo slopes(double degrees, double x) {
    if (!(x > 0)) {
      return ByTwo.NONE;
    }
    ByTwo by = IncompleteGamma.slopes(0.5 * degrees, 0.5 * x);
    return by.times(0.5);
  }

  private static double logSlope(ChiSquaredDistribution self, double x) {
    if (!(x > 0)) {
      return 0;
    }
    return (0.5 * self.getDegreesOfFreedom() - 1) / x - 0.5;
  }
}
