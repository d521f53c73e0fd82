package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.GammaDistribution;

/** The derivatives of the gamma distribution. */
public final class GammaDistributionRules {
  private GammaDistributionRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = GammaDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByThree densityPullback(
      double shape, double scale, double x, double value, double seed) {
    return logSlopes(shape, scale, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = GammaDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByThree logDensityPullback(
      double shape, double scale, double x, double value, double seed) {
    return logSlopes(shape, scale, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = GammaDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree cumulativePullback(
      double shape, double scale, double x, double value, double seed) {
    return slopes(shape, scale, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = GammaDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(GammaDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = GammaDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      GammaDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = GammaDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      GammaDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByThree logSlopes(double shape, double scale, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    return new ByThree(
        Math.log(x / scale) - Polygamma.digamma(shape),
        (x / scale - shape) / scale,
        (shape - 1) / x - 1 / scale);
  }

  /** How the probability of at most x changes. */
  private static ByThree slopes(double shape, double scale, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    double z = x / scale;
    ByTwo by = IncompleteGamma.slopes(shape, z);
    return new ByThree(by.dfirst(), -z / scale * by.dsecond(), by.dsecond() / scale);
  }

  private static double logSlope(GammaDistribution self, double x) {
    if (!(x > 0)) {
      return 0;
    }
    return (self.getShape() - 1) / x - 1 / self.getScale();
  }
}
