package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.Hello;
import cotangent.benchmarks.objectives.HelloGrad;

/** Binds {@code hello}: its input is a bare number. */
final class HelloEval {
  private HelloEval() {}

  static Eval eval() {
    return Eval.named("hello")
        .with("square", Double.class, Hello::square)
        .with("double", Double.class, x -> HelloGrad.squareGrad(x).dx());
  }
}
