package cotangent.benchmarks.objectives;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Descends along a gradient by rules that GradBench's {@code particle} and {@code saddle} share.
 */
public final class Descent {
  /** The length of a gradient or of a step at which a descent ends. */
  static final double TOLERANCE = 1e-5;

  /** The rate that a descent starts with. */
  static final double FIRST_RATE = 1e-5;

  /** The number of successes in a row that double the rate. */
  static final int SUCCESSES = 10;

  private Descent() {}

  /**
   * Finds a place where {@code f} is small, from {@code start}.
   *
   * <p><b>Shapes:</b> {@code start}, the result, and what {@code gradient} takes and returns have
   * one length.
   *
   * <p><b>Special cases:</b> the rules decide which place it is; where the first step would be
   * shorter than the tolerance, the start is returned.
   *
   * <p><b>Source:</b> GradBench, evals {@code particle} and {@code saddle}.
   */
  public static double[] argmin(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] start) {
    double[] x = start.clone();
    double value = f.applyAsDouble(x);
    double[] slope = gradient.apply(x);
    double rate = FIRST_RATE;
    int successes = 0;
    while (norm(slope) > TOLERANCE) {
      if (successes == SUCCESSES) {
        rate *= 2;
        successes = 0;
      }
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] - rate * slope[i];
      }
      if (distance(x, next) <= TOLERANCE) {
        return x;
      }
      double nextValue = f.applyAsDouble(next);
      if (nextValue < value) {
        x = next;
        value = nextValue;
        slope = gradient.apply(x);
        successes++;
      } else {
        rate /= 2;
        successes = 0;
      }
    }
    return x;
  }

  static double norm(double[] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * v[i];
    }
    return Math.sqrt(sum);
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
