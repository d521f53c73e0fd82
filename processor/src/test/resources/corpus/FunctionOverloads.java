package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** Overloads that take functions, told apart by whether the function gives a value. */
class FunctionOverloads {
  static double run(Runnable action) {
    action.run();
    return 1;
  }

  static double run(Supplier<Double> value) {
    return value.get() * 2;
  }

  @SuppressWarnings("overloads")
  static double each(DoubleConsumer action, double x) {
    action.accept(x);
    return 0;
  }

  @SuppressWarnings("overloads")
  static double each(DoubleUnaryOperator function, double x) {
    return function.applyAsDouble(x);
  }

  @Differentiable
  static double value(double p) {
    return run(() -> p * p);
  }

  @Differentiable
  static double block(double p) {
    return run(
        () -> {
          double q = p * p;
          return q * p;
        });
  }

  @Differentiable
  static double effect(double p) {
    double[] a = {1};
    double r =
        run(
            () -> {
              a[0] = p * p;
            });
    return a[0] * r * p;
  }

  @Differentiable
  static double branches(double p) {
    return each(v -> v * p, p)
        + each(
            v -> {
              if (v > 1) {
                return v;
              }
              return v * v;
            },
            p);
  }

  static double once(Runnable action) { action.run(); return 2; }
  static double once(Supplier<double[]> value) { return value.get()[0] * 3; }
  @Differentiable static double assigns(double x) { double[][] out = new double[1][]; double s = once(() -> out[0] = new double[] {x}); return s * out[0][0]; }
}
