package cotangent.examples.cookbook;

import cotangent.Between;
import cotangent.Derivative;
import cotangent.Differentiable;

/** Solves a differential equation, and asks how its solution depends on its parameters. */
public final class Epidemic {
  private Epidemic() {}

  /**
   * Computes the greatest share of people who are ill at once, after Kermack and McKendrick, by the
   * method of Runge and Kutta.
   */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  static double peak(
      @Between({0.1, 1}) double contacts,
      @Between({0.05, 0.5}) double recovery,
      @Between({0.001, 0.1}) double illAtStart) {
    double healthy = 1 - illAtStart;
    double ill = illAtStart;
    double peak = ill;
    double dt = 0.1;
    for (int step = 0; step < 2_000; step++) {
      double h1 = -contacts * healthy * ill;
      double i1 = -h1 - recovery * ill;
      double h2 = -contacts * (healthy + dt / 2 * h1) * (ill + dt / 2 * i1);
      double i2 = -h2 - recovery * (ill + dt / 2 * i1);
      double h3 = -contacts * (healthy + dt / 2 * h2) * (ill + dt / 2 * i2);
      double i3 = -h3 - recovery * (ill + dt / 2 * i2);
      double h4 = -contacts * (healthy + dt * h3) * (ill + dt * i3);
      double i4 = -h4 - recovery * (ill + dt * i3);
      healthy += dt / 6 * (h1 + 2 * h2 + 2 * h3 + h4);
      ill += dt / 6 * (i1 + 2 * i2 + 2 * i3 + i4);
      peak = Math.max(peak, ill);
    }
    return peak;
  }
}
