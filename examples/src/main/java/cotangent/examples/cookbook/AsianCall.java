package cotangent.examples.cookbook;

import cotangent.Differentiable;
import cotangent.Workspace;
import java.util.Random;

/** Simulates the price of an option and its Greeks: random numbers are drawn outside. */
public final class AsianCall {
  private AsianCall() {}

  /** Computes what a call on the mean price of one path pays, discounted to the present. */
  @Differentiable(wrt = {"spot", "volatility", "rate"})
  static double payoff(
      double spot, double volatility, double rate, double strike, double years, double[] normals) {
    double dt = years / normals.length;
    double price = spot;
    double sum = 0;
    for (double normal : normals) {
      price *=
          Math.exp((rate - volatility * volatility / 2) * dt + volatility * Math.sqrt(dt) * normal);
      sum += price;
    }
    return Math.exp(-rate * years) * Math.max(sum / normals.length - strike, 0);
  }

  /** The price, and its derivatives by spot, volatility and rate. */
  record Greeks(double price, double delta, double vega, double rho) {}

  /** Averages value and derivatives over many paths: the derivative of a mean is the mean. */
  static Greeks simulate(double spot, double volatility, double rate, int paths, long seed) {
    Random random = new Random(seed);
    Workspace workspace = new Workspace();
    double[] normals = new double[12];
    double[] sums = new double[4];
    for (int path = 0; path < paths; path++) {
      for (int i = 0; i < normals.length; i++) {
        normals[i] = random.nextGaussian();
      }
      var g = AsianCallGrad.payoffGrad(workspace, spot, volatility, rate, 100, 1, normals);
      sums[0] += g.value();
      sums[1] += g.dspot();
      sums[2] += g.dvolatility();
      sums[3] += g.drate();
    }
    return new Greeks(sums[0] / paths, sums[1] / paths, sums[2] / paths, sums[3] / paths);
  }
}
