package cotangent.tensor;

import cotangent.Cotangent;

/**
 * Computes over a part of an array what a vector does as a whole and a matrix row by row. What is
 * subtracted to keep powers from overflowing cancels, so it may be constant where derivatives are
 * taken.
 */
final class Rows {
  private Rows() {}

  static double max(double[] a, int from, int to) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      max = Math.max(max, a[i]);
    }
    return max;
  }

  static double min(double[] a, int from, int to) {
    double min = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      min = Math.min(min, a[i]);
    }
    return min;
  }

  /** Takes out the greatest element first, so that no power overflows. */
  static double logSumExp(double[] a, int from, int to) {
    double max = Cotangent.stop(max(a, from, to));
    if (Double.isInfinite(max)) {
      return infinite(a, from, to, max);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.exp(a[i] - max);
    }
    return max + Math.log(sum);
  }

  /** Returns the greatest element; all that are as great have the same share in its derivative. */
  private static double infinite(double[] a, int from, int to, double greatest) {
    double sum = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (a[i] == greatest) {
        sum += a[i];
        count++;
      }
    }
    return count == 0 ? greatest : sum / count;
  }

  static void softmax(double[] a, int from, int to, double[] result) {
    double max = Cotangent.stop(max(a, from, to));
    double sum = 0;
    for (int i = from; i < to; i++) {
      double e = Math.exp(a[i] - max);
      result[i] = e;
      sum += e;
    }
    for (int i = from; i < to; i++) {
      result[i] /= sum;
    }
  }

  /**
   * Subtracts the greatest element before the logarithm of the sum: both are exact to rounding, and
   * the difference of a large element and a large {@link #logSumExp} is not.
   */
  static void logSoftmax(double[] a, int from, int to, double[] result) {
    double max = Cotangent.stop(max(a, from, to));
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.exp(a[i] - max);
    }
    double log = Math.log(sum);
    for (int i = from; i < to; i++) {
      result[i] = (a[i] - max) - log;
    }
  }
}
