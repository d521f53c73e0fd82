package cotangent.examples;

import cotangent.Checkpoint;
import cotangent.Differentiable;

/** Differentiates a simulation of ten million steps within a few megabytes. */
public final class LongSimulation {
  private static final int STEPS = 10_000_000;

  private LongSimulation() {}

  /**
   * Computes how fast a driven pendulum swings at the end.
   *
   * @param angle at the beginning
   * @param damping the share of the velocity that a unit of time takes away
   * @param drive how hard it is pushed
   * @param steps how many steps of a thousandth to go
   * @return the velocity after the last step
   */
  @Differentiable
  public static double velocity(double angle, double damping, double drive, int steps) {
    double dt = 1e-3;
    double position = angle;
    double velocity = 0;
    for (@Checkpoint int i = 0; i < steps; i++) {
      velocity += dt * (drive * Math.cos(i * dt) - Math.sin(position) - damping * velocity);
      position += dt * velocity;
    }
    return velocity;
  }

  /**
   * Prints the derivatives after ten million steps.
   *
   * @param arguments how many steps to go instead, if any
   */
  public static void main(String[] arguments) {
    int steps = arguments.length == 0 ? STEPS : Integer.parseInt(arguments[0]);
    var g = LongSimulationGrad.velocityGrad(0.5, 0.4, 0.3, steps);
    System.out.printf(
        "velocity %.6f, by angle %.3e, by damping %.6f, by drive %.6f%n",
        g.value(), g.dangle(), g.ddamping(), g.ddrive());
  }
}
