package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;

/** Holds the curved valley on which optimizers are tried. */
public final class Rosenbrock {
  private Rosenbrock() {}

  /**
   * Computes {@code Σ 100 (x[i + 1] - x[i]²)² + (1 - x[i])²}.
   *
   * <p><b>Shapes:</b> {@code x} is {@code [n]}.
   *
   * <p><b>Cost:</b> O(n).
   */
  @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
  public static double valley(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double across = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * across * across + along * along;
    }
    return sum;
  }
}
