package cotangent.examples.cookbook;

import cotangent.Differentiable;
import cotangent.Workspace;
import java.util.Arrays;

/** Trains by mini-batches: gradients are added into one array, and nothing is allocated. */
public final class MiniBatches {
  private MiniBatches() {}

  /** Computes half the squared error of a linear prediction. */
  @Differentiable(wrt = "w")
  static double error(double[] w, double[] x, double y) {
    double prediction = 0;
    for (int j = 0; j < w.length; j++) {
      prediction += w[j] * x[j];
    }
    return (prediction - y) * (prediction - y) / 2;
  }

  /** Descends along the mean gradient of each batch. */
  static void train(double[] w, double[][] x, double[] y, int batch, double rate) {
    Workspace workspace = new Workspace();
    double[] dw = new double[w.length];
    for (int from = 0; from + batch <= y.length; from += batch) {
      Arrays.fill(dw, 0);
      for (int i = from; i < from + batch; i++) {
        MiniBatchesGrad.errorGradAddTo(workspace, w, x[i], y[i], dw);
      }
      for (int j = 0; j < w.length; j++) {
        w[j] -= rate * dw[j] / batch;
      }
    }
  }
}
