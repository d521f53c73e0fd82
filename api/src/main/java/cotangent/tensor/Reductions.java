package cotangent.tensor;

/**
 * Adds up parts of arrays in four interleaved sums, which is faster than one, as an addition need
 * not wait for the one before, and loses fewer digits. The order never changes, so results are the
 * same in every run.
 */
final class Reductions {
  private static final double SMALLEST_SAFE_SQUARE = 0x1p-960;

  private Reductions() {}

  static double sum(double[] a, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    int end = from + length;
    for (; i < end - 3; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < end; i++) {
      s0 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      s0 += a[fromA + i] * b[fromB + i];
      s1 += a[fromA + i + 1] * b[fromB + i + 1];
      s2 += a[fromA + i + 2] * b[fromB + i + 2];
      s3 += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[fromA + i] * b[fromB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Scales by the greatest element where squares would overflow or lose all their digits. */
  static double norm(double[] a) {
    double square = dot(a, 0, a, 0, a.length);
    if (square >= SMALLEST_SAFE_SQUARE && square < Double.POSITIVE_INFINITY) {
      return Math.sqrt(square);
    }
    double greatest = 0;
    for (double x : a) {
      greatest = Math.max(greatest, Math.abs(x));
    }
    if (greatest == 0 || !Double.isFinite(greatest)) {
      return greatest;
    }
    int exponent = Math.getExponent(greatest);
    double scaled = 0;
    for (double x : a) {
      double y = Math.scalb(x, -exponent);
      scaled += y * y;
    }
    return Math.scalb(Math.sqrt(scaled), exponent);
  }
}
