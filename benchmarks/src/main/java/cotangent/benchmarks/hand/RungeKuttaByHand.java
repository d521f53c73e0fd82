package cotangent.benchmarks.hand;

/**
 * Differentiates the Runge-Kutta program: states are kept, stages computed again, and all stages of
 * a component taken together.
 */
public final class RungeKuttaByHand {
  private RungeKuttaByHand() {}

  /** Holds the last component and its derivative. */
  public record Gradient(double value, double[] dx) {}

  /** Computes the last component of the result and its gradient. */
  public static Gradient last(double[] x, int steps) {
    int n = x.length;
    double h = 2.0 / steps;
    double half = h / 2;
    double sixth = h / 6;
    double[][] states = new double[steps + 1][n];
    double[] stage1 = new double[n];
    double[] stage2 = new double[n];
    double[] stage3 = new double[n];
    for (int step = 0; step < steps; step++) {
      forward(x, half, sixth, states[step], states[step + 1]);
    }
    double[] dx = new double[n];
    double[] dy = new double[n];
    dy[n - 1] = 1;
    for (int step = steps - 1; step >= 0; step--) {
      stages(x, half, states[step], stage1, stage2, stage3);
      backward(x, half, sixth, states[step], stage1, stage2, stage3, dx, dy);
    }
    return new Gradient(states[steps][n - 1], dx);
  }

  /** Takes one step; each component sees the one before it, the first the constant 1. */
  private static void forward(double[] x, double half, double sixth, double[] y, double[] next) {
    double y0 = 1;
    double s1 = 1;
    double s2 = 1;
    double s3 = 1;
    for (int i = 0; i < x.length; i++) {
      double yi = y[i];
      double k1 = x[i] * y0;
      double k2 = x[i] * s1;
      double k3 = x[i] * s2;
      double k4 = x[i] * s3;
      next[i] = yi + sixth * (k1 + 2 * k2 + 2 * k3 + k4);
      y0 = yi;
      s1 = yi + half * k1;
      s2 = yi + half * k2;
      s3 = yi + 2 * half * k3;
    }
  }

  private static void stages(
      double[] x, double half, double[] y, double[] stage1, double[] stage2, double[] stage3) {
    double y0 = 1;
    double s1 = 1;
    double s2 = 1;
    for (int i = 0; i < x.length; i++) {
      double yi = y[i];
      double halfStep = half * x[i];
      double t1 = yi + halfStep * y0;
      double t2 = yi + halfStep * s1;
      stage3[i] = yi + 2 * halfStep * s2;
      stage1[i] = t1;
      stage2[i] = t2;
      y0 = yi;
      s1 = t1;
      s2 = t2;
    }
  }

  private static void backward(
      double[] x,
      double half,
      double sixth,
      double[] y,
      double[] stage1,
      double[] stage2,
      double[] stage3,
      double[] dx,
      double[] dy) {
    double dy0 = 0;
    double ds1 = 0;
    double ds2 = 0;
    double ds3 = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      double dnext = dy[i];
      double share = sixth * dnext;
      double dk4 = share;
      double dk3 = 2 * share + 2 * half * ds3;
      double dk2 = 2 * share + half * ds2;
      double dk1 = share + half * ds1;
      dy[i] = dnext + dy0 + ds1 + ds2 + ds3;
      dx[i] +=
          i == 0
              ? dk1 + dk2 + dk3 + dk4
              : dk1 * y[i - 1] + dk2 * stage1[i - 1] + dk3 * stage2[i - 1] + dk4 * stage3[i - 1];
      dy0 = dk1 * x[i];
      ds1 = dk2 * x[i];
      ds2 = dk3 * x[i];
      ds3 = dk4 * x[i];
    }
  }
}
