package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.BetaDistribution;

/** The derivatives of the beta distribution. */
public final class BetaDistributionRules {
  private BetaDistributionRules() {}

  /** Differentiates the density of a distribution made in sight. */
  @DerivativeOf(owner = BetaDistribution.class, method = "density")
  @Differentiable({VJP, JVP})
  public static ByThree densityPullback(
      double alpha, double beta, double x, double value, double seed) {
    return logSlopes(alpha, beta, x).times(value * seed);
  }

  /** Differentiates the logarithm of the density of a distribution made in sight. */
  @DerivativeOf(owner = BetaDistribution.class, method = "logDensity")
  @Differentiable({VJP, JVP})
  public static ByThree logDensityPullback(
      double alpha, double beta, double x, double value, double seed) {
    return logSlopes(alpha, beta, x).times(seed);
  }

  /** Differentiates the probability of at most x of a distribution made in sight. */
  @DerivativeOf(owner = BetaDistribution.class, method = "cumulativeProbability")
  @Differentiable({VJP, JVP})
  public static ByThree cumulativePullback(
      double alpha, double beta, double x, double value, double seed) {
    return slopes(alpha, beta, x).times(seed);
  }

  /** Differentiates the density by the point. */
  @DerivativeOf(owner = BetaDistribution.class, method = "density")
  @Differentiable
  public static double densityByPoint(BetaDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * value * seed;
  }

  /** Differentiates the logarithm of the density by the point. */
  @DerivativeOf(owner = BetaDistribution.class, method = "logDensity")
  @Differentiable
  public static double logDensityByPoint(
      BetaDistribution self, double x, double value, double seed) {
    return logSlope(self, x) * seed;
  }

  /** Differentiates the probability of at most x by the point. */
  @DerivativeOf(owner = BetaDistribution.class, method = "cumulativeProbability")
  @Differentiable
  public static double cumulativeByPoint(
      BetaDistribution self, double x, double value, double seed) {
    return self.density(x) * seed;
  }

  /** How the logarithm of the density changes. */
  private static ByThree logSlopes(double alpha, double beta, double x) {
    if (!(x > 0 && x < 1)) {
      return ByThree.NONE;
    }
    double both = Polygamma.digamma(alpha + beta);
    return new ByThree(
        Math.log(x) - Polygamma.digamma(alpha) + both,
        Math.log1p(-x) - Polygamma.digamma(beta) + both,
        (alpha - 1) / x - (beta - 1) / (1 - x));
  }

  /** How the probability of at most x changes. */
  private static ByThree slopes(double alpha, double beta, double x) {
    if (!(x > 0 && x < 1)) {
      return ByThree.NONE;
    }
    ByThree by = IncompleteBeta.slopes(x, alpha, beta);
    double byX = by.dfirst();
    double byAlpha = by.dsecond();
    double byBeta = by.dthird();
    return new ByThree(byAlpha, byBeta, byX);
  }

  private static double logSlope(BetaDistribution self, double x) {
    if (!(x > 0 && x < 1)) {
      return 0;
    }
    return (self.getAlpha() - 1) / x - (self.getBeta() - 1) / (1 - x);
  }
}
