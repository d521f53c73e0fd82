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
    double[] dk1 = new double[n];
    double[] dk2 = new double[n];
    double[] dk3 = new double[n];
    double[] dk4 = new double[n];
    for (int step = steps - 1; step >= 0; step--) {
      double[] y = states[step];
      slope(x, y, k1);
      advance(y, half, k1, stage1);
      slope(x, stage1, k2);
      advance(y, half, k2, stage2);
      slope(x, stage2, k3);
      advance(y, h, k3, stage3);
      for (int i = 0; i < n; i++) {
        dk4[i] = sixth * dy[i];
      }
      pullStage(x, dy, 2 * sixth, h, dk4, dk3);
      pullStage(x, dy, 2 * sixth, half, dk3, dk2);
      pullStage(x, dy, sixth, half, dk2, dk1);
      dx[0] += dk1[0] + dk2[0] + dk3[0] + dk4[0];
      for (int i = 1; i < n; i++) {
        dx[i] +=
            dk1[i] * y[i - 1]
                + dk2[i] * stage1[i - 1]
                + dk3[i] * stage2[i - 1]
                + dk4[i] * stage3[i - 1];
      }
      for (int i = 1; i < n; i++) {
        dy[i - 1] += x[i] * (dk1[i] + dk2[i] + dk3[i] + dk4[i]);
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

  /** Takes the derivatives by a slope back through the stage it was taken at, to that before. */
  private static void pullStage(
      double[] x, double[] dy, double share, double time, double[] dk, double[] dkBefore) {
    int last = x.length - 1;
    for (int i = 0; i < last; i++) {
      dkBefore[i] = share * dy[i] + time * (dk[i + 1] * x[i + 1]);
    }
    dkBefore[last] = share * dy[last];
  }
}
