package cotangent.benchmarks.hand;

/** Differentiates the margins: rows beyond the margin cost nothing on the way back. */
public final class SupportVectorMachineByHand {
  private SupportVectorMachineByHand() {}

  /** Holds the objective and its derivative. */
  public record Gradient(double value, double[] dw) {}

  /** Computes the objective and its gradient. */
  public static Gradient gradient(double[] w, double[][] x, double[] y, double cost) {
    double hinges = 0;
    double[] dw = new double[w.length];
    for (int i = 0; i < x.length; i++) {
      double[] row = x[i];
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      double hinge = 1 - y[i] * score;
      if (hinge > 0) {
        hinges += hinge;
        double dscore = -cost * y[i];
        for (int j = 0; j < w.length; j++) {
          dw[j] += dscore * row[j];
        }
      }
    }
    double squares = 0;
    for (int j = 0; j < w.length; j++) {
      squares += w[j] * w[j];
      dw[j] += w[j];
    }
    return new Gradient(0.5 * squares + cost * hinges, dw);
  }
}
