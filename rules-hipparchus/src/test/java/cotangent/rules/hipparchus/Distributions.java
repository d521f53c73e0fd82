package cotangent.rules.hipparchus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.JVP;

import cotangent.Between;
import cotangent.Differentiable;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LogNormalDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.distribution.continuous.WeibullDistribution;

/**
 * Calls each method of distributions that has rules: of one made in sight, and of a constant one.
 */
final class Distributions {
  private static final NormalDistribution NORMAL = new NormalDistribution(0.0, 1.25);
  private static final LogNormalDistribution LOG_NORMAL = new LogNormalDistribution(0.0, 1.0);
  private static final ExponentialDistribution EXPONENTIAL = new ExponentialDistribution(1.75);
  private static final GammaDistribution GAMMA = new GammaDistribution(2.75, 1.25);
  private static final ChiSquaredDistribution CHI_SQUARED = new ChiSquaredDistribution(4.4);
  private static final BetaDistribution BETA = new BetaDistribution(2.75, 2.75);
  private static final WeibullDistribution WEIBULL = new WeibullDistribution(1.8, 1.25);
  private static final TDistribution STUDENT = new TDistribution(5.0);

  private Distributions() {}

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double normalDensity(
      @Between({-1, 1}) double mean,
      @Between({0.5, 2}) double deviation,
      @Between({-2, 2}) double x) {
    return new NormalDistribution(mean, deviation).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double normalDensityByPoint(@Between({-2, 2}) double x) {
    return NORMAL.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double normalLogDensity(
      @Between({-1, 1}) double mean,
      @Between({0.5, 2}) double deviation,
      @Between({-2, 2}) double x) {
    return new NormalDistribution(mean, deviation).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double normalLogDensityByPoint(@Between({-2, 2}) double x) {
    return NORMAL.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double normalCumulative(
      @Between({-1, 1}) double mean,
      @Between({0.5, 2}) double deviation,
      @Between({-2, 2}) double x) {
    return new NormalDistribution(mean, deviation).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double normalCumulativeByPoint(@Between({-2, 2}) double x) {
    return NORMAL.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logNormalDensity(
      @Between({-1, 1}) double location,
      @Between({0.5, 1.5}) double shape,
      @Between({0.2, 4}) double x) {
    return new LogNormalDistribution(location, shape).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double logNormalDensityByPoint(@Between({0.2, 4}) double x) {
    return LOG_NORMAL.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logNormalLogDensity(
      @Between({-1, 1}) double location,
      @Between({0.5, 1.5}) double shape,
      @Between({0.2, 4}) double x) {
    return new LogNormalDistribution(location, shape).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double logNormalLogDensityByPoint(@Between({0.2, 4}) double x) {
    return LOG_NORMAL.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logNormalCumulative(
      @Between({-1, 1}) double location,
      @Between({0.5, 1.5}) double shape,
      @Between({0.2, 4}) double x) {
    return new LogNormalDistribution(location, shape).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double logNormalCumulativeByPoint(@Between({0.2, 4}) double x) {
    return LOG_NORMAL.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double exponentialDensity(@Between({0.5, 3}) double mean, @Between({0.1, 4}) double x) {
    return new ExponentialDistribution(mean).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double exponentialDensityByPoint(@Between({0.1, 4}) double x) {
    return EXPONENTIAL.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double exponentialLogDensity(@Between({0.5, 3}) double mean, @Between({0.1, 4}) double x) {
    return new ExponentialDistribution(mean).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double exponentialLogDensityByPoint(@Between({0.1, 4}) double x) {
    return EXPONENTIAL.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double exponentialCumulative(@Between({0.5, 3}) double mean, @Between({0.1, 4}) double x) {
    return new ExponentialDistribution(mean).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double exponentialCumulativeByPoint(@Between({0.1, 4}) double x) {
    return EXPONENTIAL.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double gammaDensity(
      @Between({0.5, 5}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 6}) double x) {
    return new GammaDistribution(shape, scale).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double gammaDensityByPoint(@Between({0.2, 6}) double x) {
    return GAMMA.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double gammaLogDensity(
      @Between({0.5, 5}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 6}) double x) {
    return new GammaDistribution(shape, scale).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double gammaLogDensityByPoint(@Between({0.2, 6}) double x) {
    return GAMMA.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double gammaCumulative(
      @Between({0.5, 5}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 6}) double x) {
    return new GammaDistribution(shape, scale).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double gammaCumulativeByPoint(@Between({0.2, 6}) double x) {
    return GAMMA.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double chiSquaredDensity(@Between({0.8, 8}) double degrees, @Between({0.3, 9}) double x) {
    return new ChiSquaredDistribution(degrees).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double chiSquaredDensityByPoint(@Between({0.3, 9}) double x) {
    return CHI_SQUARED.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double chiSquaredLogDensity(
      @Between({0.8, 8}) double degrees, @Between({0.3, 9}) double x) {
    return new ChiSquaredDistribution(degrees).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double chiSquaredLogDensityByPoint(@Between({0.3, 9}) double x) {
    return CHI_SQUARED.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double chiSquaredCumulative(
      @Between({0.8, 8}) double degrees, @Between({0.3, 9}) double x) {
    return new ChiSquaredDistribution(degrees).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double chiSquaredCumulativeByPoint(@Between({0.3, 9}) double x) {
    return CHI_SQUARED.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double betaDensity(
      @Between({0.5, 5}) double alpha,
      @Between({0.5, 5}) double beta,
      @Between({0.1, 0.9}) double x) {
    return new BetaDistribution(alpha, beta).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double betaDensityByPoint(@Between({0.1, 0.9}) double x) {
    return BETA.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double betaLogDensity(
      @Between({0.5, 5}) double alpha,
      @Between({0.5, 5}) double beta,
      @Between({0.1, 0.9}) double x) {
    return new BetaDistribution(alpha, beta).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double betaLogDensityByPoint(@Between({0.1, 0.9}) double x) {
    return BETA.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double betaCumulative(
      @Between({0.5, 5}) double alpha,
      @Between({0.5, 5}) double beta,
      @Between({0.1, 0.9}) double x) {
    return new BetaDistribution(alpha, beta).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double betaCumulativeByPoint(@Between({0.1, 0.9}) double x) {
    return BETA.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double weibullDensity(
      @Between({0.6, 3}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 3}) double x) {
    return new WeibullDistribution(shape, scale).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double weibullDensityByPoint(@Between({0.2, 3}) double x) {
    return WEIBULL.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double weibullLogDensity(
      @Between({0.6, 3}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 3}) double x) {
    return new WeibullDistribution(shape, scale).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double weibullLogDensityByPoint(@Between({0.2, 3}) double x) {
    return WEIBULL.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double weibullCumulative(
      @Between({0.6, 3}) double shape,
      @Between({0.5, 2}) double scale,
      @Between({0.2, 3}) double x) {
    return new WeibullDistribution(shape, scale).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double weibullCumulativeByPoint(@Between({0.2, 3}) double x) {
    return WEIBULL.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double studentDensity(@Between({1, 9}) double degrees, @Between({-3, 3}) double x) {
    return new TDistribution(degrees).density(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double studentDensityByPoint(@Between({-3, 3}) double x) {
    return STUDENT.density(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double studentLogDensity(@Between({1, 9}) double degrees, @Between({-3, 3}) double x) {
    return new TDistribution(degrees).logDensity(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double studentLogDensityByPoint(@Between({-3, 3}) double x) {
    return STUDENT.logDensity(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double studentCumulative(@Between({1, 9}) double degrees, @Between({-3, 3}) double x) {
    return new TDistribution(degrees).cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double studentCumulativeByPoint(@Between({-3, 3}) double x) {
    return STUDENT.cumulativeProbability(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double normalInterval(
      double mean,
      @Between({0.5, 2}) double deviation,
      @Between({-2, 0}) double x0,
      @Between({0.1, 2}) double x1) {
    return new NormalDistribution(mean, deviation).probability(x0, x1);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double normalIntervalByPoints(@Between({-2, 0}) double x0, @Between({0.1, 2}) double x1) {
    return NORMAL.probability(x0, x1);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double normalQuantile(
      double mean, @Between({0.5, 2}) double deviation, @Between({0.1, 0.9}) double p) {
    return new NormalDistribution(mean, deviation).inverseCumulativeProbability(p);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double normalQuantileByPoint(@Between({0.1, 0.9}) double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }
}
