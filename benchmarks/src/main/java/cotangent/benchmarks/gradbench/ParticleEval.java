package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.Descent;
import cotangent.benchmarks.objectives.Particle;
import cotangent.benchmarks.objectives.ParticleGrad;
import java.util.function.DoubleUnaryOperator;

/** Binds {@code particle}: the first letter is the mode of the outer derivative. */
final class ParticleEval {
  private ParticleEval() {}

  record Input(double w) {}

  static Eval eval() {
    return Eval.named("particle")
        .with(
            "ff",
            Input.class,
            in ->
                argmin(
                    Particle::costByForward,
                    w -> ParticleGrad.costByForwardJvp(w, 1).tangent(),
                    in.w))
        .with(
            "fr",
            Input.class,
            in ->
                argmin(
                    Particle::costByReverse,
                    w -> ParticleGrad.costByReverseJvp(w, 1).tangent(),
                    in.w))
        .with(
            "rf",
            Input.class,
            in ->
                argmin(Particle::costByForward, w -> ParticleGrad.costByForwardGrad(w).dw(), in.w))
        .with(
            "rr",
            Input.class,
            in ->
                argmin(Particle::costByReverse, w -> ParticleGrad.costByReverseGrad(w).dw(), in.w));
  }

  private static double argmin(DoubleUnaryOperator cost, DoubleUnaryOperator slope, double w) {
    return Descent.argmin(
        x -> cost.applyAsDouble(x[0]),
        x -> new double[] {slope.applyAsDouble(x[0])},
        new double[] {w})[0];
  }
}
