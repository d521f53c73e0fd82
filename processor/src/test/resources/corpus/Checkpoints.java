package corpus;

import cotangent.Checkpoint;
import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Loops that keep what they carry after some rounds only. */
class Checkpoints {
  @Differentiable
  @Inputs("n = 0")
  @Inputs("n = 1")
  @Inputs("n = 10")
  static double carried(double x, double rate, int n) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      y += rate * Math.sin(y) * i;
    }
    return y;
  }

  /** Has the name of what is made of another one. */
  @Differentiable
  static double carriedRounds(double x, double rate, int n) {
    return x * rate * n;
  }

  @Differentiable
  @Inputs("n = 7")
  static double everyThird(double x, double[] rates, int n) {
    double y = x;
    for (@Checkpoint(3) int i = n; i >= 1; i -= 2) {
      y += rates[i % rates.length] * Math.sin(y);
    }
    return y * x;
  }

  /** A pendulum in an array that each step overwrites. */
  @Differentiable
  @Inputs("state length 2; n = 10")
  static double pendulum(double[] state, double dt, int n) {
    for (@Checkpoint int i = 0; i < n; i++) {
      state[1] -= dt * Math.sin(state[0]);
      state[0] += dt * state[1];
    }
    return state[0] * state[1];
  }

  /** A path that is written along the way, and read afterwards. */
  @Differentiable
  @Inputs("n = 10")
  static double path(double start, double drift, int n) {
    double[] path = new double[n + 1];
    path[0] = start;
    for (@Checkpoint(4) int i = 0; i < n; i++) {
      path[i + 1] = path[i] + drift * Math.cos(path[i]);
    }
    double sum = 0;
    for (double p : path) {
      sum += p * p;
    }
    return sum;
  }

  /** Two arrays that change places. */
  @Differentiable
  @Inputs("n = 5")
  static double heat(double[] start, double speed, int n) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (@Checkpoint(2) int step = 0; step < n; step++) {
      for (int i = 0; i < now.length; i++) {
        double left = now[i == 0 ? now.length - 1 : i - 1];
        double right = now[i == now.length - 1 ? 0 : i + 1];
        next[i] = now[i] + speed * (left - 2 * now[i] + right) * now[i];
      }
      double[] old = now;
      now = next;
      next = old;
    }
    double sum = 0;
    for (double v : now) {
      sum += v * v;
    }
    return sum;
  }

  /** A new array in each round. */
  @Differentiable
  @Inputs("n = 5")
  static double[] fresh(double[] x, int n) {
    double[] y = x;
    for (@Checkpoint int k = 0; k < n; k++) {
      double[] z = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        z[i] = y[i] * Math.cos(x[i]) + y[0];
      }
      y = z;
    }
    return y;
  }

  /** Rows that are overwritten in place. */
  @Differentiable
  @Inputs("n = 5")
  static double grid(double[][] cells, double weight, int n) {
    for (@Checkpoint(2) int k = 0; k < n; k++) {
      for (double[] row : cells) {
        for (int j = 1; j < row.length; j++) {
          row[j] = Math.sin(row[j] + weight * row[j - 1]);
        }
      }
    }
    double sum = 0;
    for (double[] row : cells) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  /** The mark of a method counts for its outermost loops. */
  @Differentiable
  @Checkpoint(2)
  @Inputs("n = 4")
  static double outermost(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        y = Math.sin(y) * x;
      }
    }
    for (int i = 0; i < n; i++) {
      y = Math.cos(y) + x;
    }
    return y;
  }

  /** Checkpoints inside of what is between two checkpoints. */
  @Differentiable
  @Inputs("n = 5")
  static double nested(double x, int n) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      double z = y;
      for (@Checkpoint(2) int j = 0; j < n; j++) {
        z = Math.sin(z) * x + i;
      }
      y += z * z;
    }
    return y;
  }

  /** The same with an array that both loops take. */
  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP, Derivative.JVP})
  @Inputs("x length 3; n = 5")
  static double nestedOverArray(double[] x, int n) {
    double s = 1;
    for (@Checkpoint int i = 0; i < n; i++) {
      for (@Checkpoint(2) int j = 0; j < x.length; j++) {
        s = Math.sin(s * x[j]);
        x[j] *= x[0];
      }
    }
    return s * x[1];
  }

  @Differentiable
  @Inputs("x length 3; n = 5")
  static double helperWithLoop(double[] x, int n) {
    double s = 1;
    for (@Checkpoint int i = 0; i < n; i++) {
      s = inner(x, s) * x[0] + inner(x, s + x[1]);
    }
    return s;
  }

  private static double inner(double[] x, double start) {
    double s = start;
    for (@Checkpoint int j = 0; j < x.length; j++) {
      s = Math.sin(s * x[j]);
    }
    return s;
  }

  @Differentiable
  @Inputs("n = 6")
  static double inHelper(double x, double y, int n) {
    return advanced(x, n) * advanced(y, n) + advanced(x * y, n);
  }

  private static double advanced(double x, int n) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      y = Math.sin(y) + x * guarded(y);
    }
    return y;
  }

  private static double guarded(double y) {
    if (Double.isNaN(y)) {
      throw new IllegalArgumentException("no number: " + y);
    }
    return y > 0.5 ? y * y : Math.cos(y);
  }

  /** Branches, whole numbers and booleans are carried too. */
  @Differentiable
  @Inputs("n = 9")
  static double mixed(double x, int n) {
    int turns = 0;
    boolean up = true;
    float low = (float) x;
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      if (up) {
        y = y * x + low;
        turns++;
      } else {
        low = low * (float) y;
        y = Math.sin(y) - turns;
      }
      up = i % 3 != 1;
    }
    return y + low;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP, Derivative.JVP})
  @Inputs("rates length 3")
  static double overRates(double x, double[] rates) {
    double y = x;
    for (@Checkpoint double rate : rates) {
      y = Math.sin(y) * rate + x;
    }
    return y;
  }
}
