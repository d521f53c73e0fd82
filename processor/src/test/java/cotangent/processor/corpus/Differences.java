package cotangent.processor.corpus;

import java.util.function.DoubleUnaryOperator;

/**
 * Differentiates by central differences at shrinking steps, extrapolated to step zero (Richardson,
 * Neville's table), with an estimate of the error.
 */
final class Differences {
  private static final int ROWS = 14;
  private static final double SHRINK = 1.7;

  private Differences() {}

  /**
   * A derivative and how far off it may be.
   *
   * @param value the derivative
   * @param error about the largest error
   * @param scale the size of the function nearby
   */
  record Estimate(double value, double error, double scale) {}

  /** The derivative of a function at a point; the error is infinite where nothing can be said. */
  static Estimate at(DoubleUnaryOperator f, double x) {
    double[] above = new double[ROWS];
    Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0);
    double step = 0.02 * Math.max(Math.abs(x), 0.25);
    int rows = 0;
    for (int attempt = 0; attempt < ROWS; attempt++, step /= SHRINK) {
      double up = x + step;
      double down = x - step;
      double high = f.applyAsDouble(up);
      double low = f.applyAsDouble(down);
      double slope = (high - low) / (up - down);
      if (!Double.isFinite(slope)) {
        rows = 0;
        continue;
      }
      double rounding = (Math.abs(high) + Math.abs(low)) * Math.ulp(1.0) / (up - down);
      double[] row = new double[ROWS];
      row[0] = slope;
      double factor = 1;
      for (int j = 1; j <= rows; j++) {
        factor *= SHRINK * SHRINK;
        row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (factor - 1);
        double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
        if (change + rounding < best.error()) {
          best = new Estimate(row[j], change + rounding, Math.max(Math.abs(high), Math.abs(low)));
        }
      }
      above = row;
      rows++;
    }
    return best;
  }
}
