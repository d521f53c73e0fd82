package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Arrays that a round makes, fills, and hands to the next one under the name of the last. */
class FreshArrays {
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HESSIAN})
  @Inputs("n = 3")
  static double handedOn(double[] x, int n) {
    double[] h = x;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] next = new double[x.length];
      for (int j = 0; j < next.length; j++) {
        next[j] = Math.sin(h[j]) * h[0];
      }
      sum += h[0] * h[1];
      h = next;
    }
    return sum + h[0] * h[1];
  }

  @Differentiable
  @Inputs("n = 3")
  static double writtenAgainAfterARead(double[] x, int n) {
    double[] h = x;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] next = new double[x.length];
      for (int j = 0; j < next.length; j++) {
        next[j] = h[j] * h[j];
      }
      sum += next[0] * next[0];
      next[0] = sum * x[1];
      sum += Math.exp(next[0] * 0.1);
      h = next;
    }
    return sum * h[0] * h[1];
  }

  @Differentiable
  @Inputs("n = 3")
  static double filledAfterItWasHandedOn(double[] x, int n) {
    double[] h = x;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] before = h;
      double[] next = new double[x.length];
      h = next;
      sum += h[0] * x[0] + before[0] * before[0];
      for (int j = 0; j < next.length; j++) {
        next[j] = before[j] * x[j];
      }
      sum += h[0] * h[0];
    }
    return sum + h[1] * h[1];
  }

  @Differentiable
  @Inputs("n = 4")
  static double madeBeforeTheLoop(double[] x, int n) {
    double[] state = new double[x.length];
    double[] h = n > 3 ? state : x;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += h[0] * h[0] * x[1] + Math.sin(h[1]);
      state[0] = sum * x[0];
      state[1] = sum * sum;
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double madeBetweenTwoLoops(double[] x, int n) {
    double sum = 0;
    double[] h = x;
    for (int i = 0; i < n; i++) {
      double[] mine = new double[x.length];
      mine[0] = h[0] * x[1];
      mine[1] = h[1] + x[0];
      for (int k = 0; k < 2; k++) {
        sum += mine[0] * mine[0];
        mine[0] += mine[1] * sum * 0.1;
        if (k == 0) {
          h = mine;
        }
      }
      sum += h[0] * h[0];
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 5")
  static double whileItLasts(double[] x, int n) {
    double[] h = x;
    int i = 0;
    double sum = 0;
    while (true) {
      double[] next = new double[x.length];
      next[0] = h[0] * h[1];
      if (i++ >= n) {
        return sum + next[0] * h[0];
      }
      sum += next[0] * next[0];
      next[0] = Math.cos(sum);
      next[1] = h[0] * x[0];
      h = next;
    }
  }

  @Differentiable
  @Inputs("n = 3")
  static double copied(double[] x, int n) {
    double[] h = x;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] next = h.clone();
      next[0] = h[0] * h[1];
      System.arraycopy(h, 0, next, 1, x.length - 1);
      sum += next[0] * h[0] + next[1] * next[1];
      h = next;
      h[1] *= x[0];
    }
    return sum + h[0] * h[1] * h[1];
  }

  @Differentiable
  @Inputs("depth = 3")
  static double inEachCall(double[] x, int depth) {
    double[] mine = new double[x.length];
    mine[0] = x[0] * x[1];
    mine[1] = Math.sin(x[0]);
    double below = depth == 0 ? x[0] : inEachCall(mine, depth - 1);
    double read = mine[0] * mine[0];
    mine[0] = below * x[1];
    return read + mine[0] * mine[0] + below;
  }
}
