package cotangent.benchmarks.hand;

/** Differentiates the two-layer network: each sample forward and backward in one pass. */
public final class TwoLayerNetworkByHand {
  private TwoLayerNetworkByHand() {}

  /**
   * Adds the gradient to {@code dv}, {@code dc}, {@code dw} and {@code db}, and returns the loss.
   */
  public static double addGradient(
      double[][] v,
      double[] c,
      double[][] w,
      double[] b,
      double[][] inputs,
      double[][] targets,
      double[][] dv,
      double[] dc,
      double[][] dw,
      double[] db) {
    int units = c.length;
    double loss = 0;
    double[] hidden = new double[units];
    double[] dhidden = new double[units];
    for (int s = 0; s < inputs.length; s++) {
      double[] input = inputs[s];
      for (int i = 0; i < units; i++) {
        hidden[i] = Math.tanh(c[i] + dot(v[i], input));
        dhidden[i] = 0;
      }
      for (int i = 0; i < w.length; i++) {
        double error = b[i] + dot(w[i], hidden) - targets[s][i];
        loss += 0.5 * error * error;
        db[i] += error;
        addScaled(error, hidden, dw[i]);
        addScaled(error, w[i], dhidden);
      }
      for (int i = 0; i < units; i++) {
        double dsum = dhidden[i] * (1 - hidden[i] * hidden[i]);
        dc[i] += dsum;
        addScaled(dsum, input, dv[i]);
      }
    }
    return loss;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void addScaled(double scale, double[] a, double[] sum) {
    for (int j = 0; j < a.length; j++) {
      sum[j] += scale * a[j];
    }
  }
}
