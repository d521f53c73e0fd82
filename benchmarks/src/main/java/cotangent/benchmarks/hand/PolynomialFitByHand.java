package cotangent.benchmarks.hand;

/** Differentiates the polynomial fit: each point forward and backward in one pass. */
public final class PolynomialFitByHand {
  private PolynomialFitByHand() {}

  /** Holds the error and its derivative. */
  public record Gradient(double value, double[] dx) {}

  /** Computes the error and its gradient. */
  public static Gradient gradient(double[] x, int n) {
    double sum = 0;
    double[] dx = new double[x.length];
    double[] powers = new double[x.length];
    for (int i = 0; i < n; i++) {
      double t = -1 + (i * 2.0) / (n - 1);
      double fitted = 0;
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        fitted += x[j] * power;
        powers[j] = power;
        power *= t;
      }
      double residual = Math.signum(t) - fitted;
      sum += residual * residual;
      for (int j = 0; j < x.length; j++) {
        dx[j] -= residual * powers[j];
      }
    }
    return new Gradient(sum / 2, dx);
  }
}
