package cotangent.examples;

import cotangent.Differentiable;

/** Holds the valley that optimizers are tried on. */
public final class Rosenbrock {
  private Rosenbrock() {}

  /**
   * Computes Rosenbrock's function, which is zero where every x is 1.
   *
   * @param x any point
   * @return the function at the point
   */
  @Differentiable
  public static double valley(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }
}
