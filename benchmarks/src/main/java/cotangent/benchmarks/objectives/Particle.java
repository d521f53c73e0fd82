package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;

/**
 * Steers a particle through a potential, by gradients inside gradients: GradBench's {@code
 * particle}.
 */
public final class Particle {
  private static final double TIME_STEP = 0.1;

  private Particle() {}

  /**
   * Computes the potential at {@code x} of two charges, at (10, 10 - w) and (10, 0).
   *
   * <p><b>Shapes:</b> {@code x} is {@code [2]}.
   *
   * <p><b>Source:</b> GradBench, eval {@code particle}.
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "x")
  public static double potential(double[] x, double w) {
    return 1 / distance(x, 10, 10 - w) + 1 / distance(x, 10, 0);
  }

  /**
   * Computes the square of the place where the particle crosses the axis, with forces from the
   * potential's gradient in reverse mode.
   *
   * <p><b>Source:</b> GradBench, eval {@code particle}, functions {@code fr} and {@code rr}.
   */
  @Differentiable({GRADIENT, JVP})
  public static double costByReverse(double w) {
    double[] x = {0, 8};
    double[] velocity = {0.75, 0};
    while (true) {
      double[] slope = ParticleGrad.potentialGrad(x, w).dx();
      x[0] += TIME_STEP * velocity[0];
      x[1] += TIME_STEP * velocity[1];
      if (x[1] <= 0) {
        return squaredCrossing(x, velocity);
      }
      velocity[0] -= TIME_STEP * slope[0];
      velocity[1] -= TIME_STEP * slope[1];
    }
  }

  /**
   * Computes the same as {@link #costByReverse}, with forces from the potential's derivatives in
   * forward mode.
   *
   * <p><b>Source:</b> GradBench, eval {@code particle}, functions {@code ff} and {@code rf}.
   */
  @Differentiable({GRADIENT, JVP})
  public static double costByForward(double w) {
    double[] x = {0, 8};
    double[] velocity = {0.75, 0};
    double[] alongFirst = {1, 0};
    double[] alongSecond = {0, 1};
    while (true) {
      double slope0 = ParticleGrad.potentialJvp(x, w, alongFirst).tangent();
      double slope1 = ParticleGrad.potentialJvp(x, w, alongSecond).tangent();
      x[0] += TIME_STEP * velocity[0];
      x[1] += TIME_STEP * velocity[1];
      if (x[1] <= 0) {
        return squaredCrossing(x, velocity);
      }
      velocity[0] -= TIME_STEP * slope0;
      velocity[1] -= TIME_STEP * slope1;
    }
  }

  /** Squares the place where the particle was on the axis, which it has just crossed. */
  private static double squaredCrossing(double[] x, double[] velocity) {
    double time = -x[1] / velocity[1];
    double crossing = x[0] + time * velocity[0];
    return crossing * crossing;
  }

  private static double distance(double[] x, double chargeX, double chargeY) {
    double dx = x[0] - chargeX;
    double dy = x[1] - chargeY;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
