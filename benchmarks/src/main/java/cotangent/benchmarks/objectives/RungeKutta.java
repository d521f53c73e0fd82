package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Integrates a chain of linear differential equations: GradBench's {@code ode}. */
public final class RungeKutta {
  private static final double FINAL_TIME = 2;

  private RungeKutta() {}

  /**
   * Integrates {@code y[0]' = x[0], y[i]' = x[i] * y[i - 1]} from {@code y = 0} at time 0 to time 2
   * by the classical Runge-Kutta rule, and returns the final {@code y}.
   *
   * <p><b>Shapes:</b> {@code x} and the result are {@code [n]}, n ≥ 1; {@code steps} ≥ 1.
   *
   * <p><b>Special cases:</b> components from {@code 4 * steps} on are exactly 0: the rule carries
   * information four places a step.
   *
   * <p><b>Cost:</b> O(n steps).
   *
   * <p><b>Source:</b> GradBench, eval {@code ode}.
   */
  @Differentiable
  public static double[] integrate(double[] x, int steps) {
    int n = x.length;
    double h = FINAL_TIME / steps;
    double half = h / 2;
    double sixth = h / 6;
    double[] y = new double[n];
    double[] stage = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int step = 0; step < steps; step++) {
      slope(x, y, k1);
      advance(y, half, k1, stage);
      slope(x, stage, k2);
      advance(y, half, k2, stage);
      slope(x, stage, k3);
      advance(y, h, k3, stage);
      slope(x, stage, k4);
      for (int i = 0; i < n; i++) {
        y[i] += sixth * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return y;
  }

  /**
   * Returns the last component of {@link #integrate}: the scalar whose gradient the eval asks for.
   *
   * <p><b>Source:</b> GradBench, eval {@code ode}.
   */
  @Differentiable
  public static double last(double[] x, int steps) {
    return integrate(x, steps)[x.length - 1];
  }

  /** Writes the right-hand side of the equations at {@code y} into {@code k}. */
  private static void slope(double[] x, double[] y, double[] k) {
    k[0] = x[0];
    for (int i = 1; i < x.length; i++) {
      k[i] = x[i] * y[i - 1];
    }
  }

  private static void advance(double[] y, double time, double[] k, double[] stage) {
    for (int i = 0; i < y.length; i++) {
      stage[i] = y[i] + time * k[i];
    }
  }
}
