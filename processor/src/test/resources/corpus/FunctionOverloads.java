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

  interface Task {
    void run();
  }

  interface Job<T> {
    T call();
  }

  private int calls;

  private void note() {
    calls++;
  }

  private double noted(double by) {
    return calls + by;
  }

  static <T> double submit(Job<T> job) {
    job.call();
    return 5;
  }

  static double submit(Task task) {
    task.run();
    return 7;
  }

  @SuppressWarnings("overloads")
  static <R> double first(java.util.function.DoubleFunction<R> function) {
    function.apply(1);
    return 11;
  }

  @SuppressWarnings("overloads")
  static double first(DoubleConsumer action) {
    action.accept(2);
    return 13;
  }

  /** What is called gives nothing, so only one of two functions can be meant. */
  @Differentiable
  static double callsForNothing(double x) {
    FunctionOverloads object = new FunctionOverloads();
    double sum = x * submit(() -> object.note()) + x * x * submit(() -> object.noted(2));
    return sum * submit(object::note) + first(object::noted) * object.noted(x);
  }
}
