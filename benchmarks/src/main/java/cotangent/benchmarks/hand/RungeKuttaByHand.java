package cotangent.benchmarks.hand;

/** Differentiates the Runge-Kutta program: states are kept, stages computed again. */
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
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int step = 0; step < steps; step++) {
      double[] y = states[step];
      double[] next = states[step + 1];
      slope(x, y, k1);
      advance(y, half, k1, stage1);
      slope(x, stage1, k2);
      advance(y, half, k2, stage2);
      slope(x, stage2, k3);
      advance(y, h, k3, stage3);
      slope(x, stage3, k4);
      for (int i = 0; i < n; i++) {
        next[i] = y[i] + sixth * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }

    double[] dx = new double[n];
    double[] dy = new double[n];
    dy[n - 1] = 1;
    double[] dk = new double[n];
    double[] dstage = new double[n];
    double[] dstages = new double[n];
    for (int step = steps - 1; step >= 0; step--) {
      double[] y = states[step];
      slope(x, y, k1);
      advance(y, half, k1, stage1);
      slope(x, stage1, k2);
      advance(y, half, k2, stage2);
      slope(x, stage2, k3);
      advance(y, h, k3, stage3);
      for (int i = 0; i < n; i++) {
        dk[i] = sixth * dy[i];
      }
      pullSlope(x, stage3, dk, dx, dstage);
      pullAdvance(dy, 2 * sixth, h, dstage, dk, dstages, 0);
      pullSlope(x, stage2, dk, dx, dstage);
      pullAdvance(dy, 2 * sixth, half, dstage, dk, dstages, 1);
      pullSlope(x, stage1, dk, dx, dstage);
      pullAdvance(dy, sixth, half, dstage, dk, dstages, 1);
      pullSlope(x, y, dk, dx, dstage);
      for (int i = 0; i < n; i++) {
        dy[i] += dstages[i] + dstage[i];
      }
    }
    return new Gradient(states[steps][n - 1], dx);
  }

  private static void slope(double[] x, double[] y, double[] k) {
    k[0] = x[0];
    for (int i = 1; i < x.length; i++) {
      k[i] = x[i] * y[i - 1];
    }
  }

  private static void advance(double[] y, double time, double[] k, double[] stage) {
    for (int i = 0; i < y.length; i++) {
      stage[i] = y[i] + time * k[i];
    }
  }

  private static void pullSlope(double[] x, double[] y, double[] dk, double[] dx, double[] dstage) {
    int n = x.length;
    dx[0] += dk[0];
    for (int i = 1; i < n; i++) {
      dx[i] += dk[i] * y[i - 1];
    }
    for (int i = 1; i < n; i++) {
      dstage[i - 1] = dk[i] * x[i];
    }
    dstage[n - 1] = 0;
  }

  /** Takes a stage back to the slope before it, and sums what the stages give the state. */
  private static void pullAdvance(
      double[] dy,
      double share,
      double time,
      double[] dstage,
      double[] dk,
      double[] dstages,
      double before) {
    for (int i = 0; i < dy.length; i++) {
      dk[i] = share * dy[i] + time * dstage[i];
    }
    for (int i = 0; i < dy.length; i++) {
      dstages[i] = before * dstages[i] + dstage[i];
    }
  }
}
