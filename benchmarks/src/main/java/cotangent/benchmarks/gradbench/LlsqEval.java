package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.PolynomialFit;
import cotangent.benchmarks.objectives.PolynomialFitGrad;

/** Binds {@code llsq}. */
final class LlsqEval {
  private LlsqEval() {}

  record Input(double[] x, int n) {}

  static Eval eval() {
    return Eval.named("llsq")
        .with("primal", Input.class, in -> PolynomialFit.halfSquaredError(in.x, in.n))
        .with(
            "gradient", Input.class, in -> PolynomialFitGrad.halfSquaredErrorGrad(in.x, in.n).dx());
  }
}
