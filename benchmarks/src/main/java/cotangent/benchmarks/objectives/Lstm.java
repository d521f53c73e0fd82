package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Predicts text with a recurrent network: GradBench's {@code lstm}. */
public final class Lstm {
  private Lstm() {}

  /**
   * Computes the mean loss of predicting each character of a text from those before it, by a long
   * short-term memory with diagonal weights.
   *
   * <p><b>Shapes:</b> for b bits a character, L layers and T characters, {@code mainParams} is
   * {@code [2L][4b]}: row 2λ holds the weights of layer λ, row 2λ + 1 its biases, each in blocks
   * forget, in, out, change. {@code extraParams} is {@code [3][b]}: input weight, output weight,
   * output bias. {@code state} is {@code [2L][b]}: the hidden state of layer λ at the start, then
   * its cell; it is not changed. {@code sequence} is {@code [T][b]}, T ≥ 2.
   *
   * <p><b>Special cases:</b> the sum of exponentials starts at 2 and is not shifted; the forget and
   * out gates see the layer's input, the in gate and the change its old hidden state.
   *
   * <p><b>Cost:</b> O(TLb), with 5L + 1 exponentials a character and bit.
   *
   * <p><b>Source:</b> GradBench, eval {@code lstm}.
   */
  @Differentiable(wrt = {"mainParams", "extraParams"})
  public static double loss(
      double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
    int layers = state.length / 2;
    int bits = state[0].length;
    double[][] hidden = new double[layers][];
    double[][] cell = new double[layers][];
    for (int layer = 0; layer < layers; layer++) {
      hidden[layer] = state[2 * layer].clone();
      cell[layer] = state[2 * layer + 1].clone();
    }

    double logLikelihood = 0;
    double[] signal = new double[bits];
    int predictions = sequence.length - 1;
    for (int t = 0; t < predictions; t++) {
      for (int i = 0; i < bits; i++) {
        signal[i] = sequence[t][i] * extraParams[0][i];
      }
      for (int layer = 0; layer < layers; layer++) {
        step(mainParams[2 * layer], mainParams[2 * layer + 1], hidden[layer], cell[layer], signal);
      }
      for (int i = 0; i < bits; i++) {
        signal[i] = signal[i] * extraParams[1][i] + extraParams[2][i];
      }
      logLikelihood += logLikelihood(signal, sequence[t + 1]);
    }
    return -logLikelihood / (bits * predictions);
  }

  /** Takes one layer one character further; {@code signal} is its input, and then its output. */
  private static void step(
      double[] weight, double[] bias, double[] hidden, double[] cell, double[] signal) {
    int bits = hidden.length;
    int in = bits;
    int out = 2 * bits;
    int change = 3 * bits;
    for (int i = 0; i < bits; i++) {
      double forgetGate = sigmoid(signal[i] * weight[i] + bias[i]);
      double inGate = sigmoid(hidden[i] * weight[in + i] + bias[in + i]);
      double outGate = sigmoid(signal[i] * weight[out + i] + bias[out + i]);
      double candidate = Math.tanh(hidden[i] * weight[change + i] + bias[change + i]);
      cell[i] = cell[i] * forgetGate + inGate * candidate;
      hidden[i] = outGate * Math.tanh(cell[i]);
      signal[i] = hidden[i];
    }
  }

  private static double logLikelihood(double[] prediction, double[] character) {
    double sum = 2;
    for (int i = 0; i < prediction.length; i++) {
      sum += Math.exp(prediction[i]);
    }
    double logSum = Math.log(sum);
    double logLikelihood = 0;
    for (int i = 0; i < prediction.length; i++) {
      logLikelihood += character[i] * (prediction[i] - logSum);
    }
    return logLikelihood;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
