package cotangent.examples.spark;

import static cotangent.Derivative.GRADIENT_SUM;

import cotangent.Differentiable;
import java.io.Serializable;

/**
 * Holds what is known of one patient.
 *
 * @param x features
 * @param y class, −1 or 1
 */
public record Sample(double[] x, double y) implements Serializable {
  /**
   * Computes the log-loss of a linear classifier at one sample.
   *
   * <p><b>Errors.</b> Another number of features than of weights is an {@link
   * IllegalArgumentException}.
   *
   * @param w weights, one for each feature
   * @param b offset
   * @param x features of the sample
   * @param y class of the sample, −1 or 1
   * @return the loss
   */
  @Differentiable(
      value = GRADIENT_SUM,
      wrt = {"w", "b"})
  public static double loss(double[] w, double b, double[] x, double y) {
    if (x.length != w.length) {
      throw new IllegalArgumentException(
          "x has length " + x.length + ", but w has length " + w.length);
    }
    double score = b;
    for (int j = 0; j < w.length; j++) {
      score += w[j] * x[j];
    }
    double z = -y * score;
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }
}
