package cotangent.processor.prove;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;

/**
 * Compares a derivative with the rate at which the remainder of Taylor's formula falls: central
 * differences converge with the square of their width, and to the derivative. How far they have
 * come, they tell themselves, so no tolerance has to be chosen.
 */
final class Taylor {
  private static final int WIDTHS = 6;
  private static final double WIDEST = 1.0 / 16;
  private static final double SHRINK = 4;

  /** What isn't seen to this part of the derivative is left to the other checks. */
  private static final double COARSEST = 1e-5;

  /** So much of the value itself may be left in a derivative that cancels out. */
  private static final double ROUNDING = 1e-11;

  private Taylor() {}

  /**
   * Compares a derivative.
   *
   * @param f the function along a direction; empty where it is on another piece than at 0
   * @param noise how far roundings may carry the derivative; asked for only where it matters
   * @return the difference beside the derivative and the value
   * @throws Disproof where differences converge to something else
   * @throws Unclear where they don't converge
   */
  static double check(
      String what, DoubleFunction<Optional<Double>> f, double derivative, DoubleSupplier noise) {
    double value = 0;
    double last = Double.NaN;
    double lastLimit = Double.NaN;
    double limit = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    double width = WIDEST;
    for (int i = 0; i < WIDTHS; i++, width /= SHRINK) {
      Optional<Double> above = f.apply(width);
      Optional<Double> below = f.apply(-width);
      if (above.isEmpty() || below.isEmpty()) {
        continue;
      }
      value = Math.max(value, Math.max(Math.abs(above.get()), Math.abs(below.get())));
      double difference = (above.get() - below.get()) / (2 * width);
      double next = (SHRINK * SHRINK * difference - last) / (SHRINK * SHRINK - 1);
      double change = Math.abs(next - lastLimit);
      if (change < error) {
        error = change;
        limit = next;
      }
      last = difference;
      lastLimit = next;
    }
    double off = compare(what, derivative, limit, error + ROUNDING * value, noise);
    return off == 0 ? 0 : off / (Math.abs(derivative) + value);
  }

  private static double compare(
      String what, double derivative, double limit, double error, DoubleSupplier noise) {
    double off = Math.abs(limit - derivative);
    double size = Math.max(Math.abs(limit), Math.abs(derivative));
    if (!(error <= COARSEST * size || off <= error)) {
      throw new Unclear("differences do not converge");
    }
    if (off > 100 * error + COARSEST * size && off > noise.getAsDouble()) {
      throw new Disproof(
          what
              + " is "
              + derivative
              + " along a direction, where differences converge to "
              + limit);
    }
    return off;
  }
}
