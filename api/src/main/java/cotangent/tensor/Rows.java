package cotangent.tensor;

import cotangent.Cotangent;

/**
 * Computes over a part of an array what a vector does as a whole and a matrix row by row. What is
 * subtracted to keep powers from overflowing cancels, so it may be constant where derivatives are
 * taken.
 */
final class Rows {
  private Rows() {}

  static double max(double[] a, int from, int length) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      max = Math.max(max, a[from + i]);
    }
    return max;
  }

  static double min(double[] a, int from, int length) {
    double min = Double.POSITIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      min = Math.min(min, a[from + i]);
    }
    return min;
  }

  /** Takes out the greatest element first, so that no power overflows. */
  static double logSumExp(double[] a, int from, int length) {
    double max = Cotangent.stop(max(a, from, length));
    if (Double.isInfinite(max)) {
      return infinite(a, from, length, max);
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Math.exp(a[from + i] - max);
    }
    return max + Math.log(sum);
  }

  /** Returns the greatest element; all that are as great have the same share in its derivative. */
  private static double infinite(double[] a, int from, int length, double greatest) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (a[from + i] == greatest) {
        sum += a[from + i];
        count++;
      }
    }
    return count == 0 ? greatest : sum / count;
  }

  static void softmax(double[] a, int from, int length, double[] result) {
    double max = Cotangent.stop(max(a, from, length));
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double e = Math.exp(a[from + i] - max);
      result[from + i] = e;
      sum += e;
    }
    for (int i = 0; i < length; i++) {
      result[from + i] /= sum;
    }
  }

  /**
   * Subtracts the greatest element before the logarithm of the sum: both are exact to rounding, and
   * the difference of a large element and a large {@link #logSumExp} is not.
   */
  static void logSoftmax(double[] a, int from, int length, double[] result) {
    double max = Cotangent.stop(max(a, from, length));
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Math.exp(a[from + i] - max);
    }
    double log = Math.log(sum);
    for (int i = 0; i < length; i++) {
      result[from + i] = (a[from + i] - max) - log;
    }
  }
}
