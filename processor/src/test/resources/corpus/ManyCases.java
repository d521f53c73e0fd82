package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/**
 * Methods that distinguish many cases, each of which has something to keep for the backward half.
 */
class ManyCases {

  private static double powers(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      p = Math.sin(p * x) + x;
    }
    return p;
  }

  private static double halved(double x) {
    double h = x;
    double sum = 0;
    while (h > 0.25) {
      h = h / 2;
      sum += Math.exp(h) * h;
    }
    return sum;
  }

  private static double stepwise(double x, double y, int kind) {
    double r;
    if (kind == 0) {
      r = powers(x, 3) * halved(y);
    } else if (kind == 1) {
      double e = Math.exp(x);
      double s = Math.sin(e * y);
      r = e * s + halved(x);
    } else if (kind == 2) {
      boolean small = x < y;
      double t = Math.tanh(small ? x : y);
      r = t * powers(t, 4);
    } else if (kind == 3) {
      int n = x > 0.5 ? 2 : 3;
      double w = Math.cos(x);
      for (int i = 0; i < n; i++) {
        w = w * Math.cos(w + y);
      }
      r = w * w;
    } else {
      double q = Math.sqrt(x * x + y * y + 1);
      r = halved(q) / q;
    }
    return r;
  }

  @Differentiable
  @Inputs("kind = 0")
  @Inputs("kind = 1")
  @Inputs("kind = 2")
  @Inputs("kind = 3")
  @Inputs("kind = 4")
  static double oneCase(double x, double y, int kind) {
    double r = stepwise(x, y, kind);
    double s = stepwise(y, x, 4 - kind);
    return Math.exp(r / 8) * Math.log(1 + s * s);
  }

  @Differentiable
  @Inputs("kind = 0")
  @Inputs("kind = 1")
  @Inputs("kind = 2")
  @Inputs("kind = 3")
  @Inputs("kind = 4")
  static double casesOfCases(double x, double y, int kind) {
    double r;
    if (x < y) {
      r = stepwise(x, y, kind) * stepwise(y, y, kind);
    } else {
      double t = stepwise(y, x, kind);
      r = x > 1 ? t * halved(t * t) : t + stepwise(t, t, 4 - kind);
    }
    return r * Math.exp(-r * r / 64);
  }

  @Differentiable
  static double aCaseInEachRound(double[] x, double y) {
    double sum = y;
    for (int i = 0; i < x.length; i++) {
      double r = stepwise(x[i], sum / 4, i % 5);
      sum = Math.sin(r) + sum * y;
    }
    return sum;
  }

  @Differentiable
  @Inputs("kind = 0")
  @Inputs("kind = 1")
  @Inputs("kind = 2")
  @Inputs("kind = 3")
  @Inputs("kind = 4")
  static double[] arraysInCases(double[] x, double y, int kind) {
    double[] a = new double[x.length];
    double[] b = x.clone();
    if (kind < 2) {
      for (int i = 0; i < x.length; i++) {
        a[i] = Math.exp(x[i] * y) * powers(y, kind + 1);
        b[i] = a[i] * a[i];
      }
    } else if (kind == 2) {
      double[] c = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        c[i] = Math.sin(x[i]) + halved(y);
      }
      for (int i = 1; i < x.length; i++) {
        a[i] = c[i] * c[i - 1] * y;
      }
    } else {
      double[] c = x.clone();
      for (int i = 0; i < x.length; i++) {
        c[i] *= stepwise(c[i], y, i % 5);
        b[i] = c[i] * y;
      }
    }
    for (int i = 0; i < x.length; i++) {
      a[i] = Math.tanh(a[i]) * b[i];
    }
    return a;
  }

  private static double descend(double x, double y, int depth) {
    if (depth == 0) {
      return x * y;
    }
    double r = stepwise(x, y, depth % 5) / 4;
    double s = depth % 2 == 0 ? halved(x * x) : powers(y, 2);
    double below = descend(Math.sin(r), y * 0.5 + r, depth - 1);
    return below * s + Math.exp(-r * r);
  }

  @Differentiable
  @Inputs("depth = 1")
  @Inputs("depth = 5")
  static double inRecursion(double x, double y, int depth) {
    return descend(x, y, depth) + x;
  }
}
