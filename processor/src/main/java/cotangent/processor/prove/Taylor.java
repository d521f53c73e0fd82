package cotangent.processor.prove;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Compares a derivative with the rate at which the remainder of Taylor's formula falls: central
 * differences converge with the square of their width, and to the derivative. They show themselves
 * how far they have come, so no tolerance has to be chosen.
 */
final class Taylor {
  private static final int WIDTHS = 6;
  private static final double WIDEST = 1.0 / 16;
  private static final double SHRINK = 4;

  /** What isn't seen to this part of the derivative is left to the other checks. */
  private static final double COARSEST = 1e-5;

  /** Nearer than this, smaller widths would tell nothing more. */
  private static final double SHARP = 1e-9;

  /** How much of the value itself may be left in a derivative that cancels out. */
  private static final double ROUNDING = 1e-11;

  /** Where differences converge, each narrower width brings them nearer by more than this. */
  private static final double SLOWEST = 64;

  private static final double SWINGING = 5;

  /** Fractions of a width, of which an oscillation hardly ever fits into all. */
  private static final double[] WAYS = {1, 0.71, 0.37, 0.19, 0.083};

  private Taylor() {}

  /** How accurate what is compared can be; asked for only where it matters. */
  interface Noise {
    /** How far roundings may carry the derivative. */
    double ofDerivative();

    /** How far they may carry the value. */
    double ofValue();

    /**
     * How far the derivative is off the middle of those a way before and after: much more than by
     * its own curve where the function swings faster than the way is long, which differences miss.
     */
    double ofSwinging(double way);
  }

  /** What differences come to: {@code value} is the largest that they are taken of. */
  private record Limit(double at, double error, double width, double value) {
    boolean isSharp() {
      return error <= SHARP * Math.abs(at);
    }

    /** Whether it is sharp enough, or nothing but rounding. */
    boolean isThere() {
      return error <= COARSEST * Math.abs(at) || error <= ROUNDING * value;
    }
  }

  /**
   * Compares a derivative.
   *
   * @param f the function along a direction; empty where it is on another piece than at 0
   * @return the difference beside the derivative and the value
   * @throws Disproof where differences converge to something else
   * @throws Unclear where they don't converge
   */
  static double check(
      String what, DoubleFunction<Optional<Double>> f, double derivative, Noise noise) {
    Limit limit = limit(f);
    double off = Math.abs(limit.at - derivative);
    if (!Double.isFinite(off)) {
      throw new Unclear("derivatives are not finite");
    }
    double error = limit.error + ROUNDING * limit.value;
    if (!(limit.isThere() || off <= error)) {
      throw new Unclear("differences do not converge");
    }
    double size = Math.max(Math.abs(limit.at), Math.abs(derivative));
    if (off > 100 * error + COARSEST * size
        && off > noise.ofDerivative() + noise.ofValue() / limit.width
        && off > SWINGING * swinging(limit.width, noise)) {
      throw new Disproof(
          what
              + " is "
              + derivative
              + " along a direction, where differences converge to "
              + limit.at);
    }
    return off == 0 ? 0 : off / (Math.abs(derivative) + limit.value);
  }

  private static double swinging(double width, Noise noise) {
    return Arrays.stream(WAYS).map(way -> noise.ofSwinging(way * width)).sum();
  }

  private static Limit limit(DoubleFunction<Optional<Double>> f) {
    Limit best = new Limit(Double.NaN, Double.POSITIVE_INFINITY, 1, 0);
    double value = 0;
    double last = Double.NaN;
    double lastLimit = Double.NaN;
    double lastChange = Double.NaN;
    double width = WIDEST;
    for (int i = 0; i < WIDTHS && !best.isSharp(); i++, width /= SHRINK) {
      Optional<Double> above = f.apply(width).filter(Double::isFinite);
      Optional<Double> below = f.apply(-width).filter(Double::isFinite);
      if (above.isEmpty() || below.isEmpty()) {
        continue;
      }
      value = Math.max(value, Math.max(Math.abs(above.get()), Math.abs(below.get())));
      double difference = (above.get() - below.get()) / (2 * width);
      double next = (SHRINK * SHRINK * difference - last) / (SHRINK * SHRINK - 1);
      double change = Math.abs(next - lastLimit);
      double error = Math.max(change, lastChange / SLOWEST); // once may be by chance
      if (error < best.error) {
        best = new Limit(next, error, width, value);
      }
      last = difference;
      lastLimit = next;
      lastChange = change;
    }
    return new Limit(best.at, best.error, best.width, value);
  }
}
