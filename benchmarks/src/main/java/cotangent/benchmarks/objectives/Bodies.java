package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.Shape;

/** Lets bodies attract each other, as an array of bodies, and as arrays of their coordinates. */
public final class Bodies {
  private static final double SOFTENING = 0.01;

  private Bodies() {}

  /** Holds where a body is, how fast it moves, and how heavy it is. */
  public record Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
    Body kicked(Acceleration a, double dt) {
      return new Body(x, y, z, vx + dt * a.x(), vy + dt * a.y(), vz + dt * a.z(), mass);
    }

    Body drifted(double dt) {
      return new Body(x + dt * vx, y + dt * vy, z + dt * vz, vx, vy, vz, mass);
    }

    double energy() {
      return 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    }
  }

  /** Holds how a velocity changes. */
  record Acceleration(double x, double y, double z) {
    /** Adds what another body does to one. */
    Acceleration towards(Body from, Body to) {
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      double dz = to.z() - from.z();
      double squared = dx * dx + dy * dy + dz * dz + SOFTENING;
      double pull = to.mass() / (squared * Math.sqrt(squared));
      return new Acceleration(x + pull * dx, y + pull * dy, z + pull * dz);
    }
  }

  /**
   * Computes the kinetic energy after some steps.
   *
   * <p><b>Shapes:</b> {@code bodies} is {@code [n]}.
   */
  @Differentiable
  public static double ofObjects(Body[] bodies, int steps, double dt) {
    Body[] now = bodies.clone();
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < now.length; i++) {
        Acceleration sum = new Acceleration(0, 0, 0);
        for (int j = 0; j < now.length; j++) {
          sum = sum.towards(now[i], now[j]);
        }
        now[i] = now[i].kicked(sum, dt);
      }
      for (int i = 0; i < now.length; i++) {
        now[i] = now[i].drifted(dt);
      }
    }
    double energy = 0;
    for (Body body : now) {
      energy += body.energy();
    }
    return energy;
  }

  /** Computes the same from arrays. */
  @Differentiable
  public static double ofArrays(
      @Shape("n") double[] x,
      @Shape("n") double[] y,
      @Shape("n") double[] z,
      @Shape("n") double[] vx,
      @Shape("n") double[] vy,
      @Shape("n") double[] vz,
      @Shape("n") double[] mass,
      int steps,
      double dt) {
    int n = x.length;
    double[] px = x.clone();
    double[] py = y.clone();
    double[] pz = z.clone();
    double[] ux = vx.clone();
    double[] uy = vy.clone();
    double[] uz = vz.clone();
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < n; i++) {
        double ax = 0;
        double ay = 0;
        double az = 0;
        for (int j = 0; j < n; j++) {
          double dx = px[j] - px[i];
          double dy = py[j] - py[i];
          double dz = pz[j] - pz[i];
          double squared = dx * dx + dy * dy + dz * dz + SOFTENING;
          double pull = mass[j] / (squared * Math.sqrt(squared));
          ax += pull * dx;
          ay += pull * dy;
          az += pull * dz;
        }
        ux[i] += dt * ax;
        uy[i] += dt * ay;
        uz[i] += dt * az;
      }
      for (int i = 0; i < n; i++) {
        px[i] += dt * ux[i];
        py[i] += dt * uy[i];
        pz[i] += dt * uz[i];
      }
    }
    double energy = 0;
    for (int i = 0; i < n; i++) {
      energy += 0.5 * mass[i] * (ux[i] * ux[i] + uy[i] * uy[i] + uz[i] * uz[i]);
    }
    return energy;
  }
}
