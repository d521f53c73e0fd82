package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Repeats a scalar step very often, so that the memory of the steps is what a gradient costs. */
public final class Recurrence {
  private Recurrence() {}

  /**
   * Integrates {@code s' = a - s³} from {@code start} by {@code steps} steps of Euler's rule.
   *
   * <p><b>Cost:</b> O(steps), six operations each.
   */
  @Differentiable
  public static double cubic(double start, double a, double h, int steps) {
    double s = start;
    for (int i = 0; i < steps; i++) {
      s += h * (a - s * s * s);
    }
    return s;
  }

  /**
   * Integrates {@code s' = a - sin s} from {@code start} by {@code steps} steps of Euler's rule.
   *
   * <p><b>Cost:</b> O(steps), one {@code sin} each.
   */
  @Differentiable
  public static double pendulum(double start, double a, double h, int steps) {
    double s = start;
    for (int i = 0; i < steps; i++) {
      s += h * (a - Math.sin(s));
    }
    return s;
  }
}
