package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Scores a linear classifier by its margins. */
public final class SupportVectorMachine {
  private SupportVectorMachine() {}

  /**
   * Computes {@code ½ w·w + cost Σ max(0, 1 - y[i] w·x[i])}.
   *
   * <p><b>Shapes:</b> {@code w} is {@code [d]}, {@code x} is {@code [n][d]}, {@code y} is {@code
   * [n]}, each -1 or 1.
   *
   * <p><b>Cost:</b> O(nd).
   */
  @Differentiable(wrt = "w")
  public static double objective(double[] w, double[][] x, double[] y, double cost) {
    double hinges = 0;
    for (int i = 0; i < x.length; i++) {
      double[] row = x[i];
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      hinges += Math.max(0, 1 - y[i] * score);
    }
    double squares = 0;
    for (int j = 0; j < w.length; j++) {
      squares += w[j] * w[j];
    }
    return 0.5 * squares + cost * hinges;
  }
}
