package cotangent.benchmarks.hand;

/** Differentiates the curved valley in one pass. */
public final class RosenbrockByHand {
  private RosenbrockByHand() {}

  /** Holds the value and its derivative. */
  public record Gradient(double value, double[] dx) {}

  /** Computes the value and its gradient. */
  public static Gradient gradient(double[] x) {
    double sum = 0;
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length - 1; i++) {
      double across = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * across * across + along * along;
      dx[i] -= 400 * across * x[i] + 2 * along;
      dx[i + 1] = 200 * across;
    }
    return new Gradient(sum, dx);
  }
}
