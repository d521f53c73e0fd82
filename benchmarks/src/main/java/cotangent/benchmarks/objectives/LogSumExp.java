package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Sums exponentials without overflow: GradBench's {@code lse}, and a part of its {@code gmm}. */
public final class LogSumExp {
  private LogSumExp() {}

  /**
   * Computes {@code log(exp(x[0]) + exp(x[1]) + ...)}, shifted by the largest element so that no
   * exponential overflows.
   *
   * <p><b>Shapes:</b> {@code x} is {@code [n]}, n ≥ 1.
   *
   * <p><b>Special cases:</b> of several largest elements the first is the shift; whichever it is,
   * its derivatives through the shift cancel.
   *
   * <p><b>Cost:</b> O(n), with one {@code exp} an element.
   *
   * <p><b>Errors:</b> {@link ArrayIndexOutOfBoundsException} if {@code x} is empty.
   *
   * <p><b>Source:</b> GradBench, eval {@code lse}.
   */
  @Differentiable
  public static double logSumExp(double[] x) {
    int largest = 0;
    for (int i = 1; i < x.length; i++) {
      if (x[i] > x[largest]) {
        largest = i;
      }
    }
    double shift = x[largest];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - shift);
    }
    return shift + Math.log(sum);
  }
}
