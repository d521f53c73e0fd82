package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.RungeKutta;
import cotangent.benchmarks.objectives.RungeKuttaGrad;

/** Binds {@code ode}: its gradient is that of the last component of the program's result. */
final class OdeEval {
  private OdeEval() {}

  record Input(double[] x, int s) {}

  static Eval eval() {
    return Eval.named("ode")
        .with("primal", Input.class, in -> RungeKutta.integrate(in.x, in.s))
        .with("gradient", Input.class, in -> RungeKuttaGrad.lastGrad(in.x, in.s).dx());
  }
}
