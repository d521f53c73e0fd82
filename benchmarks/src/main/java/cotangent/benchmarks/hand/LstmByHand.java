package cotangent.benchmarks.hand;

/** Differentiates the recurrent network: results of {@code exp} and {@code tanh} are kept. */
public final class LstmByHand {
  private LstmByHand() {}

  /** Holds the loss and its derivatives. */
  public record Gradient(double value, double[][] dmainParams, double[][] dextraParams) {}

  /** Holds what one layer did at one character, for the way back. */
  private record Kept(
      double[] forgetGate,
      double[] inGate,
      double[] outGate,
      double[] candidate,
      double[] cell,
      double[] squashed) {
    static Kept of(int bits) {
      return new Kept(
          new double[bits],
          new double[bits],
          new double[bits],
          new double[bits],
          new double[bits],
          new double[bits]);
    }
  }

  /** Computes the loss and its gradient. */
  public static Gradient gradient(
      double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
    int layers = state.length / 2;
    int bits = state[0].length;
    int predictions = sequence.length - 1;
    Kept[][] kept = new Kept[predictions][layers];
    double[][] exponentials = new double[predictions][bits];
    double[] sums = new double[predictions];

    double logLikelihood = 0;
    double[] signal = new double[bits];
    double[][] hidden = new double[layers][];
    double[][] cell = new double[layers][];
    for (int layer = 0; layer < layers; layer++) {
      hidden[layer] = state[2 * layer].clone();
      cell[layer] = state[2 * layer + 1].clone();
    }
    for (int t = 0; t < predictions; t++) {
      for (int i = 0; i < bits; i++) {
        signal[i] = sequence[t][i] * extraParams[0][i];
      }
      for (int layer = 0; layer < layers; layer++) {
        kept[t][layer] = Kept.of(bits);
        forward(
            mainParams[2 * layer],
            mainParams[2 * layer + 1],
            hidden[layer],
            cell[layer],
            signal,
            kept[t][layer]);
      }
      double sum = 2;
      for (int i = 0; i < bits; i++) {
        signal[i] = signal[i] * extraParams[1][i] + extraParams[2][i];
        exponentials[t][i] = Math.exp(signal[i]);
        sum += exponentials[t][i];
      }
      sums[t] = sum;
      double logSum = Math.log(sum);
      for (int i = 0; i < bits; i++) {
        logLikelihood += sequence[t + 1][i] * (signal[i] - logSum);
      }
    }

    double scale = -1.0 / (bits * predictions);
    double[][] dmain = new double[mainParams.length][4 * bits];
    double[][] dextra = new double[3][bits];
    double[][] dhidden = new double[layers][bits];
    double[][] dcell = new double[layers][bits];
    double[] dsignal = new double[bits];
    for (int t = predictions - 1; t >= 0; t--) {
      double[] character = sequence[t + 1];
      double ones = 0;
      for (int i = 0; i < bits; i++) {
        ones += character[i];
      }
      Kept last = kept[t][layers - 1];
      for (int i = 0; i < bits; i++) {
        double dprediction = scale * (character[i] - ones * exponentials[t][i] / sums[t]);
        dextra[1][i] += dprediction * last.outGate[i] * last.squashed[i];
        dextra[2][i] += dprediction;
        dsignal[i] = dprediction * extraParams[1][i];
      }
      for (int layer = layers - 1; layer >= 0; layer--) {
        for (int i = 0; i < bits; i++) {
          signal[i] =
              layer == 0
                  ? sequence[t][i] * extraParams[0][i]
                  : kept[t][layer - 1].outGate[i] * kept[t][layer - 1].squashed[i];
          hidden[layer][i] =
              t == 0
                  ? state[2 * layer][i]
                  : kept[t - 1][layer].outGate[i] * kept[t - 1][layer].squashed[i];
        }
        backward(
            mainParams[2 * layer],
            hidden[layer],
            t == 0 ? state[2 * layer + 1] : kept[t - 1][layer].cell,
            signal,
            kept[t][layer],
            dmain[2 * layer],
            dmain[2 * layer + 1],
            dhidden[layer],
            dcell[layer],
            dsignal);
      }
      for (int i = 0; i < bits; i++) {
        dextra[0][i] += dsignal[i] * sequence[t][i];
      }
    }
    return new Gradient(scale * logLikelihood, dmain, dextra);
  }

  private static void forward(
      double[] weight, double[] bias, double[] hidden, double[] cell, double[] signal, Kept kept) {
    int bits = hidden.length;
    for (int i = 0; i < bits; i++) {
      double forgetGate = sigmoid(signal[i] * weight[i] + bias[i]);
      double inGate = sigmoid(hidden[i] * weight[bits + i] + bias[bits + i]);
      double outGate = sigmoid(signal[i] * weight[2 * bits + i] + bias[2 * bits + i]);
      double candidate = Math.tanh(hidden[i] * weight[3 * bits + i] + bias[3 * bits + i]);
      cell[i] = cell[i] * forgetGate + inGate * candidate;
      double squashed = Math.tanh(cell[i]);
      hidden[i] = outGate * squashed;
      signal[i] = hidden[i];
      kept.forgetGate[i] = forgetGate;
      kept.inGate[i] = inGate;
      kept.outGate[i] = outGate;
      kept.candidate[i] = candidate;
      kept.cell[i] = cell[i];
      kept.squashed[i] = squashed;
    }
  }

  /** Takes the derivatives by a layer's output and states back to its input and states before. */
  private static void backward(
      double[] weight,
      double[] hidden,
      double[] cell,
      double[] signal,
      Kept kept,
      double[] dweight,
      double[] dbias,
      double[] dhidden,
      double[] dcell,
      double[] dsignal) {
    int bits = hidden.length;
    int in = bits;
    int out = 2 * bits;
    int change = 3 * bits;
    for (int i = 0; i < bits; i++) {
      double forgetGate = kept.forgetGate[i];
      double inGate = kept.inGate[i];
      double outGate = kept.outGate[i];
      double candidate = kept.candidate[i];
      double squashed = kept.squashed[i];
      double doutput = dsignal[i] + dhidden[i];
      double dnewCell = dcell[i] + doutput * outGate * (1 - squashed * squashed);
      double dforget = dnewCell * cell[i] * forgetGate * (1 - forgetGate);
      double din = dnewCell * candidate * inGate * (1 - inGate);
      double dout = doutput * squashed * outGate * (1 - outGate);
      double dchange = dnewCell * inGate * (1 - candidate * candidate);
      dweight[i] += dforget * signal[i];
      dweight[in + i] += din * hidden[i];
      dweight[out + i] += dout * signal[i];
      dweight[change + i] += dchange * hidden[i];
      dbias[i] += dforget;
      dbias[in + i] += din;
      dbias[out + i] += dout;
      dbias[change + i] += dchange;
      dcell[i] = dnewCell * forgetGate;
      dhidden[i] = din * weight[in + i] + dchange * weight[change + i];
      dsignal[i] = dforget * weight[i] + dout * weight[out + i];
    }
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
