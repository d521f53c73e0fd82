package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.WeibullDistribution;

/** The derivatives of the Weibull distribution. */
public final class WeibullRules {
  private WeibullRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByThree densityPullback(
      double shape, double scale, double x, double value, double seed) {
    return logSlopes(shape, scale, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByThree logDensityPullback(
      double shape, double scale, double x, double value, double seed) {
    return logSlopes(shape, scale, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree cumulativePullback(
      double shape, double scale, double x, double value, double seed) {
    return slopes(shape, scale, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(
      WeibullDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      WeibullDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = WeibullDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      WeibullDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByThree logSlopes(double shape, double scale, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    double log = Math.log(x / scale);
    double power = Math.exp(shape * log);
    return new ByThree(
        1 / shape + log * (1 - power), shape * (power - 1) / scale, (shape * (1 - power) - 1) / x);
  }

  /** How the probability of at most x changes. */
  private static ByThree slopes(double shape, double scale, double x) {
    if (!(x > 0)) {
      return ByThree.NONE;
    }
    double log = Math.log(x / scale);
    double density = new WeibullDistribution(shape, scale).density(x);
    return new ByThree(density * x * log / shape, -density * x / scale, density);
  }

  private static double logSlope(WeibullDistribution self, double x) {
    if (!(x > 0)) {
      return 0;
    }
    double shape = self.getShape();
    return (shape * (1 - Math.pow(x / self.getScale(), shape)) - 1) / x;
  }
}
