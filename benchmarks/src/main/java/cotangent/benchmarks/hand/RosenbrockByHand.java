package cotangent.benchmarks.hand;

/** Differentiates the curved valley in one pass. */
public final class RosenbrockByHand {
  private RosenbrockByHand() {}

  /** Holds the value and its derivative. */
  public record Gradient(double value, double[] dx) {}

  /** Computes the value and its gradient. */
  public static Gradient gradient(double[] x) {
    int last = x.length - 1;
    double sum = 0;
    double[] dx = new double[x.length];
    double dxi = 0;
    for (int i = 0; i < last; i++) {
      double across = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * across * across + along * along;
      dx[i] = dxi - (400 * across * x[i] + 2 * along);
      dxi = 200 * across;
    }
    dx[last] = dxi;
    return new Gradient(sum, dx);
  }
}
