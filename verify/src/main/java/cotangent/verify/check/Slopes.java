package cotangent.verify.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** What differences say of a function of several numbers at a point. */
final class Slopes {
  /** What a point is multiplied by where it is looked how large a function is elsewhere. */
  static final double[] SMALLER = {0, 0.25, 0.5};

  private final Differences differences;
  private final UnaryOperator<double[]> f;
  private final double[] point;

  /**
   * @param f gives results that aren't numbers where the function isn't defined
   */
  Slopes(Subject subject, UnaryOperator<double[]> f, double[] point) {
    this.differences = subject.isRough() ? Differences.ofFloats() : Differences.ofDoubles();
    this.f = f;
    this.point = point;
  }

  /** The derivatives of a weighted sum of the results, by each number. */
  Tally.Slope[] by(double[] weights) {
    Tally.Slope[] slopes = new Tally.Slope[point.length];
    for (int i = 0; i < slopes.length; i++) {
      int input = i;
      DoubleUnaryOperator g =
          x -> {
            double[] changed = point.clone();
            changed[input] = x;
            return Numbers.dot(weights, f.apply(changed));
          };
      double at = point[i];
      slopes[i] =
          slope(
              g,
              at,
              Math.abs(at),
              () -> differences.isFineStair(g, at),
              () -> elsewhere(results -> Numbers.dot(weights, results)));
    }
    return slopes;
  }

  /** The derivatives of each result along a direction. */
  Tally.Slope[] along(double[] direction, int results) {
    Map<Double, double[]> known = new HashMap<>();
    Tally.Slope[] slopes = new Tally.Slope[results];
    for (int i = 0; i < results; i++) {
      int output = i;
      slopes[i] =
          slope(
              t ->
                  known
                      .computeIfAbsent(t, s -> f.apply(Numbers.moved(point, direction, s)))[output],
              0,
              Numbers.norm(point),
              () ->
                  differences.isFineStair(
                      scale -> f.apply(Numbers.scaled(point, scale))[output], 1),
              () -> elsewhere(all -> output < all.length ? all[output] : 0));
    }
    return slopes;
  }

  /** How large a result is where numbers are smaller, so that little is saturated. */
  private double elsewhere(ToDoubleFunction<double[]> result) {
    double[] sizes =
        DoubleStream.of(SMALLER)
            .map(factor -> result.applyAsDouble(f.apply(Numbers.scaled(point, factor))))
            .toArray();
    return Numbers.norm(sizes);
  }

  private Tally.Slope slope(
      DoubleUnaryOperator g,
      double at,
      double reach,
      BooleanSupplier isFineStair,
      DoubleSupplier elsewhere) {
    Differences.Estimate both = differences.at(g, at, reach);
    Tally.Nearby nearby =
        new Tally.Nearby(
            () -> differences.doubt(g, at),
            (derivative, off) -> differences.isCloser(g, at, derivative, off),
            () -> differences.isStair(g, at, both.value()),
            isFineStair,
            got -> differences.isRounding(g, at, reach, elsewhere.getAsDouble(), got));
    if (both.error() <= 1e-7 * Math.abs(both.value())) {
      return new Tally.Slope(both, null, null, nearby);
    }
    return new Tally.Slope(
        both,
        differences.aside(g, at, reach, false),
        differences.aside(g, at, reach, true),
        nearby);
  }
}
