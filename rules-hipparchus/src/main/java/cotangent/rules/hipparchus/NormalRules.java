package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The derivatives of the normal distribution. */
public final class NormalRules {
  private NormalRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = NormalDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByThree densityPullback(
      double mean, double deviation, double x, double value, double seed) {
    return logSlopes(mean, deviation, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = NormalDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByThree logDensityPullback(
      double mean, double deviation, double x, double value, double seed) {
    return logSlopes(mean, deviation, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = NormalDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree cumulativePullback(
      double mean, double deviation, double x, double value, double seed) {
    return slopes(mean, deviation, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = NormalDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(
      NormalDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = NormalDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      NormalDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = NormalDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      NormalDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** Differentiates the probability of an interval of a distribution made in sight. */
  @DerivativeOf(owner = NormalDistribution.class, method = "probability")
  @Differentiable({VJP, JVP})
  public static ByFour probabilityPullback(
      double mean, double deviation, double x0, double x1, double value, double seed) {
    ByThree from = slopes(mean, deviation, x0).times(seed);
    ByThree to = slopes(mean, deviation, x1).times(seed);
    return new ByFour(
        to.dfirst() - from.dfirst(), to.dsecond() - from.dsecond(), -from.dthird(), to.dthird());
  }

  /** Differentiates the probability of an interval by its ends. */
  @DerivativeOf(owner = NormalDistribution.class, method = "probability")
  @Differentiable({VJP, JVP})
  public static ByTwo probabilityByPoints(
      NormalDistribution self, double x0, double x1, double value, double seed) {
    return new ByTwo(-self.density(x0) * seed, self.density(x1) * seed);
  }

  /** Differentiates the quantile of a distribution made in sight. */
  @DerivativeOf(owner = NormalDistribution.class, method = "inverseCumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree inversePullback(
      double mean, double deviation, double p, double value, double seed) {
    double density = new NormalDistribution(mean, deviation).density(value);
    return new ByThree(seed, (value - mean) / deviation * seed, seed / density);
  }

  /** Differentiates the quantile by the probability. */
  @DerivativeOf(owner = NormalDistribution.class, method = "inverseCumulativeProbability")
  @Differentiable
  public static double inverseByPoint(
      NormalDistribution self, double p, double value, double seed) {
    return seed / self.density(value);
  }

  /** How the logarithm of the density changes. */
  private static ByThree logSlopes(double mean, double deviation, double x) {
    double z = (x - mean) / deviation;
    return new ByThree(z / deviation, (z * z - 1) / deviation, -z / deviation);
  }

  /** How the probability of at most x changes. */
  private static ByThree slopes(double mean, double deviation, double x) {
    double z = (x - mean) / deviation;
    double density = new NormalDistribution(mean, deviation).density(x);
    return new ByThree(-density, -density * z, density);
  }

  private static double logSlope(NormalDistribution self, double x) {
    return (self.getMean() - x) / self.getStandardDeviation() / self.getStandardDeviation();
  }
}
