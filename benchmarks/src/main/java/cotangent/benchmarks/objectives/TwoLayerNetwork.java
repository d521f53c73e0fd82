package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Scores a network with one hidden layer. */
public final class TwoLayerNetwork {
  private TwoLayerNetwork() {}

  /**
   * Sums {@code ½ |W tanh(V x + c) + b - y*|²} over a batch.
   *
   * <p><b>Shapes:</b> for n inputs, h hidden units and m outputs: {@code v} is {@code [h][n]},
   * {@code c} is {@code [h]}, {@code w} is {@code [m][h]}, {@code b} is {@code [m]}; {@code inputs}
   * is {@code [batch][n]}, {@code targets} is {@code [batch][m]}.
   *
   * <p><b>Cost:</b> O(batch h (n + m)).
   */
  @Differentiable(wrt = {"v", "c", "w", "b"})
  public static double loss(
      double[][] v, double[] c, double[][] w, double[] b, double[][] inputs, double[][] targets) {
    double loss = 0;
    double[] hidden = new double[c.length];
    for (int s = 0; s < inputs.length; s++) {
      double[] input = inputs[s];
      for (int i = 0; i < hidden.length; i++) {
        double[] row = v[i];
        double sum = c[i];
        for (int j = 0; j < input.length; j++) {
          sum += row[j] * input[j];
        }
        hidden[i] = Math.tanh(sum);
      }
      double[] target = targets[s];
      for (int i = 0; i < target.length; i++) {
        double[] row = w[i];
        double sum = b[i];
        for (int j = 0; j < hidden.length; j++) {
          sum += row[j] * hidden[j];
        }
        double error = sum - target[i];
        loss += 0.5 * error * error;
      }
    }
    return loss;
  }
}
