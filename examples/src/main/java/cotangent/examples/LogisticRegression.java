package cotangent.examples;

import cotangent.Differentiable;

/** Computes the loss of a linear classifier of two classes, and what it answers. */
public final class LogisticRegression {
  private LogisticRegression() {}

  /**
   * Computes the mean log-loss of a linear classifier, and an L2 penalty on its weights.
   *
   * <p><b>Shapes.</b> {@code w[n]}, {@code x[m][n]}, {@code y[m]}.
   *
   * @param w weights, one for each feature
   * @param b offset
   * @param x features, one row for each sample
   * @param y classes, −1 or 1
   * @param lambda strength of the penalty
   * @return the loss
   */
  @Differentiable(wrt = {"w", "b"})
  public static double loss(double[] w, double b, double[][] x, double[] y, double lambda) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += softplus(-y[i] * score(w, b, x[i]));
    }
    double squares = 0;
    for (double weight : w) {
      squares += weight * weight;
    }
    return sum / x.length + lambda / 2 * squares;
  }

  /**
   * Computes how strongly a sample seems to be of class 1: above zero means yes.
   *
   * @param w weights, one for each feature
   * @param b offset
   * @param x features of one sample
   * @return the log-odds of class 1
   */
  public static double score(double[] w, double b, double[] x) {
    double score = b;
    for (int j = 0; j < w.length; j++) {
      score += w[j] * x[j];
    }
    return score;
  }

  /** Computes log(1 + eᶻ) without overflow. */
  private static double softplus(double z) {
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }
}
