package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.LogNormalDistribution;

/** The derivatives of the log-normal distribution. */
public final class LogNormalRules {
  private LogNormalRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByThree densityPullback(
      double location, double shape, double x, double value, double seed) {
    return logSlopes(location, shape, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByThree logDensityPullback(
      double location, double shape, double x, double value, double seed) {
    return logSlopes(location, shape, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree cumulativePullback(
      double location, double shape, double x, double value, double seed) {
    return slopes(location, shape, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(
      LogNormalDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      LogNormalDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = LogNormalDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      LogNormalDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByThree logSlopes(double location, double shape, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    double z = (Math.log(x) - location) / shape;
    return new ByThree(z / shape, (z * z - 1) / shape, -(1 + z / shape) / x);
  }

  /** How the probability of at most x changes. */
  private static ByThree slopes(double location, double shape, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    double z = (Math.log(x) - location) / shape;
    double density = new LogNormalDistribution(location, shape).density(x);
    return new ByThree(-x * density, -x * density * z, density);
  }

  private static double logSlope(LogNormalDistribution self, double x) {
    if (!(x > 0)) {
      return 0;
    }
    double z = (Math.log(x) - self.getLocation()) / self.getShape();
    return -(1 + z / self.getShape()) / x;
  }
}
