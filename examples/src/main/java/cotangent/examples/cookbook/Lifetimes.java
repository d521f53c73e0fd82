package cotangent.examples.cookbook;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import org.hipparchus.distribution.continuous.GammaDistribution;

/** Fits a distribution to lifetimes, some of which are not over yet. */
public final class Lifetimes {
  private Lifetimes() {}

  /** Computes how unlikely the lifetimes are, by the logarithm, each as scale and shape make it. */
  @Differentiable(
      value = Derivative.HESSIAN,
      wrt = {"shape", "scale"})
  static double surprise(double shape, double scale, double[] ended, double[] running) {
    GammaDistribution lifetime = new GammaDistribution(shape, scale);
    double sum = 0;
    for (double t : ended) {
      sum -= lifetime.logDensity(t);
    }
    for (double t : running) {
      sum -= Math.log(1 - lifetime.cumulativeProbability(t));
    }
    return sum;
  }

  /** Finds the shape and the scale that make the lifetimes likeliest, by Newton's steps. */
  static double[] fit(double[] ended, double[] running, double shape, double scale) {
    double[] x = {shape, scale};
    for (int step = 0; step < 20; step++) {
      var h = LifetimesGrad.surpriseHessian(x[0], x[1], ended, running);
      Vector direction = Matrix.of(h.hessian()).solve(Vector.of(h.gradient()));
      x[0] -= direction.get(0);
      x[1] -= direction.get(1);
    }
    return x;
  }
}
