package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Rounds of a loop with so many loops in them that they are methods of the companion. */
class LargeRounds {
  @Differentiable({Derivative.VJP, Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("n = 3")
  static double[] shuffled(double[] x, int n) {
    int d = x.length;
    double[] results = new double[n];
    double[] a = new double[d];
    double[] b = new double[d];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        a[i] = x[i] * (k + 1);
      }
      shuffle(a, b);
      bend(b, a);
      shuffle(a, b);
      turn(b, a);
      shuffle(a, b);
      bend(b, a);
      shuffle(a, b);
      turn(b, a);
      results[k] = a[0] * a[d - 1];
    }
    return results;
  }

  private static void shuffle(double[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[(2 * i + 1) % from.length] * from[i];
    }
  }

  private static void bend(double[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = Math.sin(from[from.length - 1 - i]);
    }
  }

  private static void turn(double[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i] - 0.5 * from[from.length - 1 - i];
    }
  }

  /** Poses of a chain of joints: each round writes all numbers of a frame. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("joints = 4")
  static double[] ends(double[] angles, int joints) {
    double[] ends = new double[3 * joints];
    double[] u = {1, 0, 0};
    double[] v = new double[3];
    double[] w = new double[3];
    for (int joint = 0; joint < joints; joint++) {
      double angle = angles[joint % angles.length];
      turned(angle, u, v);
      turned(2 * angle, v, w);
      turned(angle, w, u);
      turned(3 * angle, u, v);
      turned(angle, v, w);
      for (int i = 0; i < 3; i++) {
        u[i] = w[i] + angle;
        ends[3 * joint + i] = u[i] * w[2 - i];
      }
    }
    return ends;
  }

  private static void turned(double angle, double[] from, double[] to) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    to[0] = c * from[0] - s * from[1];
    to[1] = s * from[0] + c * from[1];
    for (int i = 2; i < from.length; i++) {
      to[i] = from[i] + c * from[i - 1];
    }
  }
}
