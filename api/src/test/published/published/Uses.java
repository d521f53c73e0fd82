package published;

import cotangent.Workspace;
import java.util.function.ToDoubleFunction;

/** Uses the companions as an application does; each method ends in an exception where something is wrong. */
public class Uses {
  private static final double[] X = {0.7, 1.2, -0.4};

  private static void near(double wanted, double got) {
    if (!(Math.abs(wanted - got) <= 1e-6 * (1 + Math.abs(wanted)))) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  private static double slope(ToDoubleFunction<double[]> f, double[] x, int i) {
    double[] up = x.clone();
    double[] down = x.clone();
    up[i] += 1e-6;
    down[i] -= 1e-6;
    return (f.applyAsDouble(up) - f.applyAsDouble(down)) / 2e-6;
  }

  private static void gradient(ToDoubleFunction<double[]> f, double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      near(slope(f, x, i), gradient[i]);
    }
  }

  public static void gradients() {
    Workspace workspace = new Workspace();
    for (int i = 0; i < 3; i++) {
      gradient(Losses::loop, X, LossesGrad.loopGrad(workspace, X).dx());
      gradient(Losses::until, new double[] {1.5, 1}, LossesGrad.untilGrad(workspace, new double[] {1.5, 1}).dx());
      gradient(Losses::recursive, X, LossesGrad.recursiveGrad(workspace, X).dx());
      gradient(Losses::withText, new double[] {1.5, 1}, withoutStopped(LossesGrad.withTextGrad(new double[] {1.5, 1}).dx()));
      double[][] a = {{1, 2, 3}, {-1, 0.5, 2}};
      gradient(x -> Losses.matrix(a, x), X, LossesGrad.matrixGrad(workspace, a, X).dx());
    }
  }

  private static double[] withoutStopped(double[] gradient) {
    return new double[] {gradient[0], gradient[1] + 1};
  }

  public static void secondDerivatives() {
    for (int i = 0; i < 3; i++) {
      int row = i;
      double[] hessian = LossesGrad.loopHessian(X).hessian()[row];
      gradient(x -> LossesGrad.loopGrad(x).dx()[row], X, hessian);
      double[] unit = new double[3];
      unit[row] = 1;
      near(hessian[1], LossesGrad.loopHvp(X, unit).hx()[1]);
      gradient(x -> LossesGrad.recursiveGrad(x).dx()[row], X, LossesGrad.recursiveHvp(X, unit).hx());
    }
    double[] y = {1.5, 1};
    gradient(x -> LossesGrad.withTextGrad(x).dx()[0], y, LossesGrad.withTextHessian(y).hessian()[0]);
    gradient(x -> LossesGrad.untilGrad(x).dx()[1], y, LossesGrad.untilHessian(y).hessian()[1]);
  }

  public static void jacobians() {
    double[][] jacobian = LossesGrad.scaledJacobian(X, 1.5f).dx();
    for (int i = 0; i < 3; i++) {
      int row = i;
      gradient(x -> Losses.scaled(x, 1.5f)[row], X, jacobian[row]);
      double[] seed = new double[3];
      seed[row] = 1;
      near(jacobian[row][0], LossesGrad.scaledVjp(X, 1.5f, seed).dx()[0]);
      near(jacobian[2][row], LossesGrad.scaledJvp(X, 1.5f, seed, 0f).tangent()[2]);
    }
  }

  public static void sums() {
    var sum = LossesGrad.loopSum().add(X).merge(LossesGrad.loopSum().add(X));
    gradient(x -> 2 * Losses.loop(x), X, sum.total().dx());
    Losses object = new Losses();
    var ofObject = LossesGrad.ofObjectSum().add(object, X).add(object, X);
    near(2 * X[1] * X[1], ofObject.dweights()[1]);
    near(object.weights()[1] * 2 * X[1], ofObject.mean().dx()[1]);
  }
}
