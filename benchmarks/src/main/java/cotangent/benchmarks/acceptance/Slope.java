package cotangent.benchmarks.acceptance;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative from differences, extrapolated by Ridders' method from two widths.
 *
 * @param error what it may be off by, as far as the extrapolation tells
 * @param isSharp whether both widths agree
 */
record Slope(double value, double error, boolean isSharp) {
  private static final int ROWS = 8;
  private static final double SHRINK = 1.6;

  /**
   * @param size of the values, below which differences mean little
   */
  static Slope of(DoubleUnaryOperator f, double x, double size) {
    double scale = Math.max(Math.abs(x), 0.05);
    Slope wide = ridders(f, x, 0.02 * scale);
    Slope narrow = ridders(f, x, 0.003 * scale);
    double base = Math.max(Math.abs(wide.value), 1e-3 * Math.max(Math.abs(size), 1e-6) / scale);
    boolean isSharp =
        wide.error <= 1e-6 * base
            && narrow.error <= 1e-5 * base
            && Math.abs(wide.value - narrow.value) <= 1e-5 * base;
    return new Slope(wide.value, 1e-5 * base + 20 * wide.error, isSharp);
  }

  /** Differences of single precision, which can't be extrapolated. */
  static Slope ofSingle(DoubleUnaryOperator f, double x, double size) {
    double scale = Math.max(Math.abs(x), 0.05);
    double narrow = single(f, x, 0.01 * scale);
    double wide = single(f, x, 0.02 * scale);
    double tolerance = 0.01 * Math.max(Math.abs(narrow), Math.abs(size)) + 1e-3;
    return new Slope(narrow, 5 * tolerance, Math.abs(narrow - wide) < tolerance);
  }

  boolean agreesWith(double derivative) {
    return Math.abs(derivative - value) <= error + 1e-5 * Math.abs(derivative);
  }

  private static double single(DoubleUnaryOperator f, double x, double h) {
    float above = (float) (x + h);
    float below = (float) (x - h);
    return (f.applyAsDouble(above) - f.applyAsDouble(below)) / ((double) above - below);
  }

  private static double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / ((x + h) - (x - h));
  }

  private static Slope ridders(DoubleUnaryOperator f, double x, double width) {
    double[][] a = new double[ROWS][ROWS];
    double h = width;
    double best = a[0][0] = central(f, x, h);
    double error = Double.NaN;
    for (int i = 1; i < ROWS; i++) {
      h /= SHRINK;
      a[0][i] = central(f, x, h);
      double factor = SHRINK * SHRINK;
      for (int j = 1; j <= i; j++) {
        a[j][i] = (a[j - 1][i] * factor - a[j - 1][i - 1]) / (factor - 1);
        factor *= SHRINK * SHRINK;
        double next =
            Math.max(Math.abs(a[j][i] - a[j - 1][i]), Math.abs(a[j][i] - a[j - 1][i - 1]));
        if (Double.isNaN(error) || next <= error) {
          error = next;
          best = a[j][i];
        }
      }
      if (Math.abs(a[i][i] - a[i - 1][i - 1]) >= 2 * error) {
        break;
      }
    }
    return new Slope(best, error, true);
  }
}
