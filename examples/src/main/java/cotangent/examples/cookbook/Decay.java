package cotangent.examples.cookbook;

import cotangent.Derivative;
import cotangent.Differentiable;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/** Fits a curve to measurements: a Jacobian for the optimiser of Levenberg and Marquardt. */
public final class Decay {
  private Decay() {}

  /** Computes what is left of an amount that decays to a floor, at given times. */
  @Differentiable(value = Derivative.JACOBIAN, wrt = "p")
  static double[] curve(double[] p, double[] times) {
    double[] left = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      left[i] = p[0] * Math.exp(-p[1] * times[i]) + p[2];
    }
    return left;
  }

  /** Finds the parameters with which the curve comes closest to what was measured. */
  static double[] fit(double[] times, double[] measured, double[] start) {
    var problem =
        new LeastSquaresBuilder()
            .start(start)
            .target(measured)
            .model(
                point -> {
                  var j = DecayGrad.curveJacobian(point.toArray(), times);
                  return new Pair<>(
                      new ArrayRealVector(j.value()), new Array2DRowRealMatrix(j.dp()));
                })
            .maxEvaluations(100)
            .maxIterations(100)
            .build();
    return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
  }
}
