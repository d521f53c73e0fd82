package cotangent.verify.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Differentiates by differences at shrinking steps, extrapolated to step zero (Ridders' method:
 * Neville's table, of which the entry with the smallest change is taken), with an estimate of the
 * error.
 */
public final class Differences {
  private static final int ROWS = 14;
  private static final double SHRINK = 1.7;

  /** So many rows of the table are to agree. */
  private static final int WITNESSES = 3;

  /** The sum of the squares of 1, 4, 6, 4, 1. */
  private static final double SQUARES = 70;

  /** At so many places to each side is looked for stairs. */
  private static final int PLACES = 8;

  /** So many sizes are looked at, each a sixteenth of the one before. */
  private static final int SMALLER = 7;

  /** No rounding is as large as this part of a function: what moves like that has any slope. */
  private static final double COARSE = 1e-3;

  private final double precision;
  private final double firstStep;

  private Differences(double precision, double firstStep) {
    this.precision = precision;
    this.firstStep = firstStep;
  }

  /** Returns what differentiates functions that compute in {@code double}. */
  public static Differences ofDoubles() {
    return new Differences(Math.ulp(1.0), 0.02);
  }

  /** Returns what differentiates functions that compute in {@code float} somewhere. */
  public static Differences ofFloats() {
    return new Differences(Math.ulp(1.0f), 0.1);
  }

  /**
   * A derivative and how far off it may be.
   *
   * @param value the derivative
   * @param error about the largest error; infinite where nothing can be said
   * @param scale the size of the function nearby
   */
  public record Estimate(double value, double error, double scale) {}

  /** Returns the derivative of a function at a point. */
  public Estimate at(DoubleUnaryOperator f, double x) {
    return at(f, x, Math.abs(x));
  }

  /**
   * Returns the derivative of a function at a point.
   *
   * @param reach the size of the numbers that a step is added to: they round it
   */
  Estimate at(DoubleUnaryOperator f, double x, double reach) {
    return extrapolated(f, x, new Rounded(reach, 0), 1, 2);
  }

  /**
   * Whether a derivative is what differences say if the function is rounded as it is elsewhere:
   * what cancels out to almost nothing here was computed of numbers as large as they are there. Not
   * for {@code float}, for which more is allowed anyway.
   *
   * @param elsewhere the size of the function elsewhere
   */
  boolean isRounding(DoubleUnaryOperator f, double x, double reach, double elsewhere, double got) {
    if (precision > Math.ulp(1.0) || elsewhere == 0) {
      return false;
    }
    Estimate estimate = extrapolated(f, x, new Rounded(reach, elsewhere), 1, 2);
    double off = Math.abs(got - estimate.value());
    return off <= 1e-7 * Math.abs(estimate.value()) + 10 * estimate.error();
  }

  /**
   * How large the numbers are that are rounded.
   *
   * @param reach those that a step is added to
   * @param least the least that is taken for the size of the function
   */
  private record Rounded(double reach, double least) {}

  /**
   * Returns how much what looks like rounding near a point may move a derivative: a function that
   * goes up in tiny stairs has another derivative on each of them than its differences say, and so
   * has one that goes up and down between the points where differences are taken. What computes in
   * {@code float} is coarse everywhere, and allowed for already.
   */
  public double doubt(DoubleUnaryOperator f, double x) {
    if (precision > Math.ulp(1.0)) {
      return 0;
    }
    double size = Math.max(Math.abs(x), 0.25);
    double smallestStep = firstStep * size / Math.pow(SHRINK, ROWS - 1);
    double far = 1e-4 * size;
    double largest =
        Math.max(Math.abs(f.applyAsDouble(x + far)), Math.abs(f.applyAsDouble(x - far)));
    double doubt = 0;
    for (double step = 1e-10 * size; step < smallestStep; step *= 10) {
      double noise = noise(f, x, step);
      doubt = Math.max(doubt, noise > COARSE * largest ? Double.POSITIVE_INFINITY : noise);
    }
    return 10 * Math.max(doubt, noise(f, x, far)) / smallestStep;
  }

  /** Fourth differences of a smooth function are nothing at tiny steps; zero where undefined. */
  private static double noise(DoubleUnaryOperator f, double x, double step) {
    double[] values = new double[12];
    for (int i = 0; i < values.length; i++) {
      values[i] = f.applyAsDouble(x + (i - values.length / 2) * step);
    }
    int fourth = values.length - 4;
    double sum = 0;
    for (int i = 0; i < fourth; i++) {
      double difference =
          values[i] - 4 * values[i + 1] + 6 * values[i + 2] - 4 * values[i + 3] + values[i + 4];
      sum += difference * difference;
    }
    return Double.isFinite(sum) ? Math.sqrt(sum / fourth / SQUARES) : 0;
  }

  /**
   * Whether a derivative is what differences at much smaller steps say, and closer to them than to
   * those at larger ones by far: a function may go up and down within the larger steps. That it is
   * nothing is no news, as on a stair.
   *
   * @param off how far it is from differences at larger steps
   */
  boolean isCloser(DoubleUnaryOperator f, double x, double derivative, double off) {
    double size = Math.max(Math.abs(x), 0.25);
    int agreeing = 0;
    if (derivative == 0 || precision > Math.ulp(1.0)) {
      return false;
    }
    for (double step = 1e-6 * size; agreeing < WITNESSES && step > 1e-14 * size; step /= 2) {
      double up = x + step;
      double down = x - step;
      double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (up - down);
      agreeing = Math.abs(slope - derivative) < off / 16 ? agreeing + 1 : 0;
    }
    return agreeing == WITNESSES;
  }

  /**
   * Whether a function goes up in stairs: at most places around a point it stays the same over a
   * distance in which a slope would move it by much more than a rounding.
   */
  boolean isStair(DoubleUnaryOperator f, double x, double slope) {
    double seen = slope == 0 ? 0 : 8 * precision * Math.abs(f.applyAsDouble(x) / slope);
    double step = Math.max(seen, 2 * precision * Math.max(Math.abs(x), 0.25));
    int flat = 0;
    for (int i = -PLACES; i <= PLACES; i++) {
      double place = x + 3 * i * step;
      flat += f.applyAsDouble(place) == f.applyAsDouble(place + step) ? 1 : 0;
    }
    return flat > 1.5 * PLACES;
  }

  /**
   * Whether a function of {@code float} goes up in stairs that are finer than numbers of the size
   * of a point are, so that they are seen only where numbers are smaller: it stays the same for
   * many of them, and then moves by much more than a rounding of its own.
   */
  boolean isFineStair(DoubleUnaryOperator f, double x) {
    int stairs = 0;
    for (int i = 1; precision > Math.ulp(1.0) && i <= SMALLER; i++) {
      double small = x * Math.pow(2, -4 * i);
      double value = f.applyAsDouble(small);
      double width = Math.abs(small) * precision;
      while (width < Math.abs(small) && f.applyAsDouble(small + width) == value) {
        width *= 2;
      }
      double height = Math.abs(f.applyAsDouble(small + width) - value);
      boolean isWide = width >= 16 * precision * Math.abs(small) && width < Math.abs(small);
      stairs += isWide && height > 4 * precision * Math.abs(value) && value != 0 ? 1 : 0;
    }
    return stairs > 1;
  }

  /** Returns the derivative to the right of a point, or to the left. */
  Estimate aside(DoubleUnaryOperator f, double x, double reach, boolean right) {
    return extrapolated(f, x, new Rounded(reach, 0), right ? 0 : -1, 1);
  }

  /**
   * @param side 1 for both sides, 0 for the right one, -1 for the left one
   * @param order of the first term of the error in the step
   */
  private Estimate extrapolated(
      DoubleUnaryOperator f, double x, Rounded rounded, int side, int order) {
    double[] above = new double[0];
    List<Estimate> bests = new ArrayList<>();
    double step = firstStep * Math.max(Math.abs(x), 0.25);
    double middle = side == 1 ? 0 : f.applyAsDouble(x);
    for (int attempt = 0; attempt < ROWS; attempt++, step /= SHRINK) {
      double up = side < 0 ? x : x + step;
      double down = side == 0 ? x : x - step;
      double high = side < 0 ? middle : f.applyAsDouble(up);
      double low = side == 0 ? middle : f.applyAsDouble(down);
      double slope = (high - low) / (up - down);
      if (!Double.isFinite(slope)) {
        above = new double[0];
        continue;
      }
      double size = Math.max(Math.abs(high) + Math.abs(low), rounded.least);
      double uncertain = size + Math.abs(slope) * rounded.reach;
      double rounding = uncertain * precision / (up - down);
      double[] row = row(slope, above, order == 2 ? SHRINK * SHRINK : SHRINK);
      bests.add(best(row, above, rounding, Math.max(Math.abs(high), Math.abs(low))));
      above = row;
    }
    return agreed(bests);
  }

  /** The next row of Neville's table. */
  private static double[] row(double slope, double[] above, double shrink) {
    double[] row = new double[above.length + 1];
    row[0] = slope;
    double factor = 1;
    for (int j = 1; j < row.length; j++) {
      factor *= shrink;
      row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (factor - 1);
    }
    return row;
  }

  /** What changed least in a row. */
  private static Estimate best(double[] row, double[] above, double rounding, double scale) {
    Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0);
    for (int j = 1; j < row.length; j++) {
      double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
      if (change + rounding < best.error()) {
        best = new Estimate(row[j], change + rounding, scale);
      }
    }
    return best;
  }

  /**
   * The best of all rows; where a function jumps a little it may be so by chance, and the next ones
   * don't agree.
   */
  private static Estimate agreed(List<Estimate> bests) {
    bests.removeIf(each -> Double.isNaN(each.value()));
    bests.sort(Comparator.comparingDouble(Estimate::error));
    Estimate best =
        bests.isEmpty() ? new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0) : bests.get(0);
    double error = best.error();
    for (Estimate other : bests.subList(0, Math.min(WITNESSES, bests.size()))) {
      error = Math.max(error, Math.abs(other.value() - best.value()) / WITNESSES);
    }
    return new Estimate(best.value(), error, best.scale());
  }
}
