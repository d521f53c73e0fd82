package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.TDistribution;

/** The derivatives of Student's distribution. */
public final class TRules {
  private TRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = TDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByTwo densityPullback(double degrees, double x, double value, double seed) {
    return logSlopes(degrees, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = TDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByTwo logDensityPullback(double degrees, double x, double value, double seed) {
    return logSlopes(degrees, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = TDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByTwo cumulativePullback(double degrees, double x, double value, double seed) {
    return slopes(degrees, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = TDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(TDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = TDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(TDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = TDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(TDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByTwo logSlopes(double degrees, double x) {
    double all = degrees + x * x;
    double byDegrees =
        Polygamma.digamma(0.5 * (degrees + 1))
            - Polygamma.digamma(0.5 * degrees)
            - 1 / degrees
            - Math.log(all / degrees)
            + (degrees + 1) * x * x / (degrees * all);
    return new ByTwo(0.5 * byDegrees, -(degrees + 1) * x / all);
  }

  /** How the probability of at most x changes. */
  private static ByTwo slopes(double degrees, double x) {
    double density = new TDistribution(degrees).density(x);
    if (x == 0) {
      return new ByTwo(0, density);
    }
    double y = degrees / (degrees + x * x);
    double byFirst = IncompleteBeta.byParameters(y, 0.5 * degrees, 0.5).dfirst();
    double tail = -0.25 * (x > 0 ? byFirst : -byFirst);
    return new ByTwo(tail - density * x / (2 * degrees), density);
  }

  private static double logSlope(TDistribution self, double x) {
    double degrees = self.getDegreesOfFreedom();
    return -(degrees + 1) * x / (degrees + x * x);
  }
}
