package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;

/** Scores a linear classifier by the logistic loss. */
public final class LogisticRegression {
  private LogisticRegression() {}

  /**
   * Computes the mean logistic loss of the weights {@code w}, and a penalty on their size.
   *
   * <p><b>Shapes:</b> {@code w} is {@code [d]}, {@code x} is {@code [n][d]}, {@code y} is {@code
   * [n]}, each -1 or 1.
   *
   * <p><b>Cost:</b> O(nd), with an {@code exp} and a {@code log1p} a row.
   */
  @Differentiable(
      value = {GRADIENT, JVP, HESSIAN, HVP},
      wrt = {"w", "bias"})
  public static double loss(double[] w, double bias, double[][] x, double[] y, double penalty) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] row = x[i];
      double score = bias;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      sum += Math.log1p(Math.exp(-y[i] * score));
    }
    double squares = 0;
    for (int j = 0; j < w.length; j++) {
      squares += w[j] * w[j];
    }
    return sum / x.length + 0.5 * penalty * squares;
  }
}
