package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Fits a polynomial to the sign function: GradBench's {@code llsq}. */
public final class PolynomialFit {
  private PolynomialFit() {}

  /**
   * Sums the halved squared errors of the polynomial with coefficients {@code x} against the sign
   * function, at {@code n} points spread evenly over [-1, 1].
   *
   * <p><b>Shapes:</b> {@code x} is {@code [m]}, the coefficients from the constant upwards; n ≥ 2.
   *
   * <p><b>Special cases:</b> the sign at 0, the middle point of an odd n, is 0.
   *
   * <p><b>Cost:</b> O(nm).
   *
   * <p><b>Source:</b> GradBench, eval {@code llsq}.
   */
  @Differentiable
  public static double halfSquaredError(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + (i * 2.0) / (n - 1);
      double fitted = 0;
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        fitted += x[j] * power;
        power *= t;
      }
      double residual = Math.signum(t) - fitted;
      sum += residual * residual;
    }
    return sum / 2;
  }
}
