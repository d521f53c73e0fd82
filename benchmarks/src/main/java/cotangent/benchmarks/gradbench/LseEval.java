package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.LogSumExp;
import cotangent.benchmarks.objectives.LogSumExpGrad;

/** Binds {@code lse}. */
final class LseEval {
  private LseEval() {}

  record Input(double[] x) {}

  static Eval eval() {
    return Eval.named("lse")
        .with("primal", Input.class, in -> LogSumExp.logSumExp(in.x))
        .with("gradient", Input.class, in -> LogSumExpGrad.logSumExpGrad(in.x).dx());
  }
}
