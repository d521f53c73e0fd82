package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.Descent;
import cotangent.benchmarks.objectives.Saddle;
import cotangent.benchmarks.objectives.SaddleGrad;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleBiFunction;

/** Binds {@code saddle}: the first letter is the mode of the outer derivative. */
final class SaddleEval {
  private SaddleEval() {}

  record Input(double[] start) {}

  static Eval eval() {
    return Eval.named("saddle")
        .with(
            "ff",
            Input.class,
            in ->
                saddle(
                    Saddle::highestByForward,
                    SaddleEval::forwardOverForward,
                    Saddle::argmaxByForward,
                    in.start))
        .with(
            "fr",
            Input.class,
            in ->
                saddle(
                    Saddle::highestByReverse,
                    SaddleEval::forwardOverReverse,
                    Saddle::argmaxByReverse,
                    in.start))
        .with(
            "rf",
            Input.class,
            in ->
                saddle(
                    Saddle::highestByForward,
                    (p, start) -> SaddleGrad.highestByForwardGrad(p, start).dp(),
                    Saddle::argmaxByForward,
                    in.start))
        .with(
            "rr",
            Input.class,
            in ->
                saddle(
                    Saddle::highestByReverse,
                    (p, start) -> SaddleGrad.highestByReverseGrad(p, start).dp(),
                    Saddle::argmaxByReverse,
                    in.start));
  }

  private static double[] forwardOverForward(double[] p, double[] start) {
    return new double[] {
      SaddleGrad.highestByForwardJvp(p, start, new double[] {1, 0}).tangent(),
      SaddleGrad.highestByForwardJvp(p, start, new double[] {0, 1}).tangent()
    };
  }

  private static double[] forwardOverReverse(double[] p, double[] start) {
    return new double[] {
      SaddleGrad.highestByReverseJvp(p, start, new double[] {1, 0}).tangent(),
      SaddleGrad.highestByReverseJvp(p, start, new double[] {0, 1}).tangent()
    };
  }

  private static double[] saddle(
      ToDoubleBiFunction<double[], double[]> highest,
      BinaryOperator<double[]> slope,
      BinaryOperator<double[]> argmax,
      double[] start) {
    double[] p =
        Descent.argmin(x -> highest.applyAsDouble(x, start), x -> slope.apply(x, start), start);
    double[] y = argmax.apply(p, start);
    return new double[] {p[0], p[1], y[0], y[1]};
  }
}
