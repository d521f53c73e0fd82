package cotangent.benchmarks.hand;

/** Differentiates the recurrences, with every state kept in one array of the exact size. */
public final class RecurrenceByHand {
  private RecurrenceByHand() {}

  /** Holds the last state and its derivatives. */
  public record Gradient(double value, double dstart, double da, double dh) {}

  /** Computes the last state of the cubic and its gradient; {@code states} is {@code [steps]}. */
  public static Gradient cubic(double start, double a, double h, int steps, double[] states) {
    double s = start;
    for (int i = 0; i < steps; i++) {
      states[i] = s;
      s += h * (a - s * s * s);
    }
    double ds = 1;
    double da = 0;
    double dh = 0;
    for (int i = steps - 1; i >= 0; i--) {
      double before = states[i];
      double square = before * before;
      double dslope = h * ds;
      dh += (a - square * before) * ds;
      da += dslope;
      ds -= 3 * square * dslope;
    }
    return new Gradient(s, ds, da, dh);
  }

  /**
   * Computes the last state of the pendulum and its gradient; {@code states} is {@code [steps]}.
   */
  public static Gradient pendulum(
      double start, double a, double h, int steps, double[] states, double[] sines) {
    double s = start;
    for (int i = 0; i < steps; i++) {
      states[i] = s;
      double sine = Math.sin(s);
      sines[i] = sine;
      s += h * (a - sine);
    }
    double ds = 1;
    double da = 0;
    double dh = 0;
    for (int i = steps - 1; i >= 0; i--) {
      double dslope = h * ds;
      dh += (a - sines[i]) * ds;
      da += dslope;
      ds -= Math.cos(states[i]) * dslope;
    }
    return new Gradient(s, ds, da, dh);
  }
}
