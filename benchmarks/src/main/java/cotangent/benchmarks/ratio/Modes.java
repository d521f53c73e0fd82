package cotangent.benchmarks.ratio;

import cotangent.Workspace;
import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.objectives.LogisticRegression;
import cotangent.benchmarks.objectives.LogisticRegressionGrad;
import cotangent.benchmarks.objectives.Rosenbrock;
import cotangent.benchmarks.objectives.RosenbrockGrad;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists rows for the other modes: Jacobian-vector products beside the value, and second derivatives
 * beside the gradient.
 */
final class Modes {
  private static final String JVP = "jvp ";
  private static final String HVP = "hvp to gradient, ";
  private static final String HESSIAN = "hessian to gradient, ";

  private Modes() {}

  static List<Workload> all() {
    return Stream.of(logisticRegression(), rosenbrock(10), rosenbrock(100))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Workload> logisticRegression() {
    String name = "logistic 569x30";
    Inputs in = new Inputs(1);
    double[] w = in.normal(30);
    double[][] x = in.normal(569, 30);
    double[] y = in.signs(569);
    double[] t = in.normal(30);
    Workspace workspace = new Workspace();
    return List.of(
        Workload.of(JVP + name, () -> LogisticRegression.loss(w, 0.5, x, y, 0.01))
            .gradient(
                () -> LogisticRegressionGrad.lossJvp(workspace, w, 0.5, x, y, 0.01, t, 1).value()),
        Workload.of(
                HVP + name,
                () -> LogisticRegressionGrad.lossGrad(workspace, w, 0.5, x, y, 0.01).value())
            .gradient(
                () -> LogisticRegressionGrad.lossHvp(workspace, w, 0.5, x, y, 0.01, t, 1).value()),
        Workload.of(
                HESSIAN + name,
                () -> LogisticRegressionGrad.lossGrad(workspace, w, 0.5, x, y, 0.01).value())
            .gradient(
                () -> LogisticRegressionGrad.lossHessian(workspace, w, 0.5, x, y, 0.01).value()));
  }

  private static List<Workload> rosenbrock(int n) {
    String name = "rosenbrock " + n;
    Inputs in = new Inputs(3);
    double[] x = in.normal(n);
    double[] t = in.normal(n);
    Workspace workspace = new Workspace();
    return List.of(
        Workload.of(JVP + name, () -> Rosenbrock.valley(x))
            .gradient(() -> RosenbrockGrad.valleyJvp(workspace, x, t).value()),
        Workload.of(HVP + name, () -> RosenbrockGrad.valleyGrad(x).value())
            .gradient(() -> RosenbrockGrad.valleyHvp(workspace, x, t).value()),
        Workload.of(HESSIAN + name, () -> RosenbrockGrad.valleyGrad(x).value())
            .gradient(() -> RosenbrockGrad.valleyHessian(workspace, x).value()));
  }
}
