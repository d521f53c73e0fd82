package cotangent.rules.hipparchus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.JVP;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Uses distributions as they come to hand. */
final class Jobs {
  private Jobs() {}

  private static double call(double spot, double strike, double volatility, double maturity) {
    NormalDistribution normal = new NormalDistribution();
    double deviation = volatility * Math.sqrt(maturity);
    double d1 = Math.log(spot / strike) / deviation + deviation / 2;
    return spot * normal.cumulativeProbability(d1)
        - strike * normal.cumulativeProbability(d1 - deviation);
  }

  /** A basket by Monte Carlo, with an option on the mean as its control. */
  @Differentiable({GRADIENT, JVP})
  static double basket(
      @Shape("n") @Between({80, 120}) double[] spots,
      @Shape("n") @Between({0.1, 0.4}) double[] volatilities,
      @Between({95, 105}) double strike,
      @Between({0.5, 2}) double maturity,
      int paths,
      long seed) {
    Random random = new Random(seed);
    double sum = 0;
    for (int path = 0; path < paths; path++) {
      double common = random.nextGaussian();
      double basket = 0;
      for (int i = 0; i < spots.length; i++) {
        double z = 0.6 * common + 0.8 * random.nextGaussian();
        double deviation = volatilities[i] * Math.sqrt(maturity);
        basket += spots[i] * Math.exp(deviation * z - deviation * deviation / 2);
      }
      sum += Math.max(basket / spots.length - strike, 0);
    }
    double control = call(spots[0], strike, volatilities[0], maturity);
    return sum / paths + 0.1 * control;
  }

  /** Variances follow each other; what is left is Student's. */
  @Differentiable(
      value = {GRADIENT, JVP, HESSIAN},
      wrt = {"omega", "alpha", "beta", "degrees"})
  static double garch(
      @Between({0.1, 0.3}) double omega,
      @Between({0.05, 0.2}) double alpha,
      @Between({0.3, 0.7}) double beta,
      @Between({3, 9}) double degrees,
      double[] returns) {
    double[] variance = new double[returns.length];
    variance[0] = omega / (1 - alpha - beta);
    for (int t = 1; t < returns.length; t++) {
      variance[t] = omega + alpha * returns[t - 1] * returns[t - 1] + beta * variance[t - 1];
    }
    TDistribution noise = new TDistribution(degrees);
    return -IntStream.range(0, returns.length)
        .mapToDouble(
            t ->
                noise.logDensity(returns[t] / Math.sqrt(variance[t])) - 0.5 * Math.log(variance[t]))
        .sum();
  }

  /** One object in each round. */
  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double mixture(
      @Shape("n") @Between({0.5, 4}) double[] shapes,
      @Shape("n") @Between({0.5, 2}) double[] scales,
      @Between({0.5, 5}) double x) {
    double density = new ExponentialDistribution(scales[0]).density(x);
    for (int i = 0; i < shapes.length; i++) {
      GammaDistribution part = new GammaDistribution(shapes[i], scales[i]);
      density += part.density(x) / (i + 2);
    }
    return Math.log(density);
  }
}
