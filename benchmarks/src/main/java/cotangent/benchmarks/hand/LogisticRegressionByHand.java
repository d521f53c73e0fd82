package cotangent.benchmarks.hand;

/** Differentiates the logistic loss: each row forward and backward in one pass. */
public final class LogisticRegressionByHand {
  private LogisticRegressionByHand() {}

  /** Holds the loss and its derivatives. */
  public record Gradient(double value, double[] dw, double dbias) {}

  /** Computes the loss and its gradient. */
  public static Gradient gradient(
      double[] w, double bias, double[][] x, double[] y, double penalty) {
    int n = x.length;
    double sum = 0;
    double dbias = 0;
    double[] dw = new double[w.length];
    for (int i = 0; i < n; i++) {
      double[] row = x[i];
      double score = bias;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      double exp = Math.exp(-y[i] * score);
      sum += Math.log1p(exp);
      double dscore = -y[i] * exp / (1 + exp) / n;
      dbias += dscore;
      for (int j = 0; j < w.length; j++) {
        dw[j] += dscore * row[j];
      }
    }
    double squares = 0;
    for (int j = 0; j < w.length; j++) {
      squares += w[j] * w[j];
      dw[j] += penalty * w[j];
    }
    return new Gradient(sum / n + 0.5 * penalty * squares, dw, dbias);
  }
}
