package cotangent.benchmarks.hand;

/** Differentiates the sum of exponentials, which are kept. */
public final class LogSumExpByHand {
  private LogSumExpByHand() {}

  /** Holds the value and its derivative. */
  public record Gradient(double value, double[] dx) {}

  /** Computes the value and its gradient. */
  public static Gradient gradient(double[] x) {
    double shift = x[0];
    for (int i = 1; i < x.length; i++) {
      if (x[i] > shift) {
        shift = x[i];
      }
    }
    double sum = 0;
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = Math.exp(x[i] - shift);
      sum += dx[i];
    }
    double inverse = 1 / sum;
    for (int i = 0; i < x.length; i++) {
      dx[i] *= inverse;
    }
    return new Gradient(shift + Math.log(sum), dx);
  }
}
