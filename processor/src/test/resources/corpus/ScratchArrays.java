package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;

/** Scratch arrays: overwritten in whole or in part, once or several times in an iteration. */
class ScratchArrays {
  @Differentiable
  @Inputs("n = 3")
  static double rungeKutta(double[] x, int n) {
    double[] y = new double[x.length];
    double[] stage = new double[x.length];
    double[] k1 = new double[x.length];
    double[] k2 = new double[x.length];
    double[] k3 = new double[x.length];
    for (int step = 0; step < n; step++) {
      slope(x, y, k1);
      advance(y, 0.5, k1, stage);
      slope(x, stage, k2);
      advance(y, 0.25, k2, stage);
      slope(x, stage, k3);
      for (int i = 0; i < y.length; i++) {
        y[i] += 0.25 * (k1[i] + 2 * k2[i] + k3[i] * k3[i]);
      }
    }
    return y[x.length - 1] + y[0];
  }

  private static void slope(double[] x, double[] y, double[] k) {
    k[0] = x[0];
    for (int i = 1; i < x.length; i++) {
      k[i] = x[i] * y[i - 1];
    }
  }

  private static void advance(double[] y, double time, double[] k, double[] stage) {
    for (int i = 0; i < y.length; i++) {
      stage[i] = y[i] + time * k[i] * y[i];
    }
  }

  @Differentiable
  @Inputs("n = 3")
  static double firstElementStays(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 1; i < a.length; i++) {
        s[i] = a[i] * a[i] + k;
      }
      sum += s[0] * s[1] * s[a.length - 1];
      s[0] = sum + a[0];
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double lastElementStays(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < a.length - 1; i++) {
        s[i] = a[i] * a[i + 1] + k;
      }
      sum += s[0] * s[1] + s[a.length - 1];
      s[a.length - 1] = sum * a[0];
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double readBeforeItIsOverwritten(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < a.length; i++) {
        sum += s[i] * a[i];
      }
      for (int i = 0; i < a.length; i++) {
        s[i] = a[i] * a[i] * (k + 1);
      }
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double changedInPlace(double[] a, int n) {
    double[] s = new double[a.length];
    Arrays.fill(s, 1);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < a.length; i++) {
        s[i] = s[i] * a[i] + k;
      }
      for (int i = 1; i < a.length; i++) {
        s[i] = s[i - 1] * s[i];
      }
      sum += s[a.length - 1];
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 4")
  static double overwrittenNowAndThen(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      if (k % 2 == 0) {
        for (int i = 0; i < a.length; i++) {
          s[i] = a[i] * a[i] + k;
        }
      }
      for (int i = 0; i < a.length; i++) {
        sum += s[i] * s[i];
        s[i] = sum;
      }
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double twoArraysInOneLoop(double[] a, int n) {
    double[] s = new double[a.length];
    double[] t = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < a.length; i++) {
        s[i] = a[i] * (sum + 1);
        t[i] = s[i] * a[i];
      }
      for (int i = 1; i < a.length; i++) {
        sum += 0.01 * s[i - 1] * t[i] + Math.sin(s[i]);
      }
      for (int i = 0; i < a.length; i++) {
        t[i] = s[i] * sum;
      }
      for (int i = 0; i < a.length; i++) {
        sum += 0.1 * t[i] * t[i];
      }
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double filledAndCopied(double[] a, double x, int n) {
    double[] s = new double[a.length];
    double[] t = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      Arrays.fill(s, x * (k + 1));
      for (int i = 0; i < a.length; i++) {
        s[i] += a[i] * sum;
      }
      System.arraycopy(s, 0, t, 0, a.length);
      for (int i = 0; i < a.length; i++) {
        s[i] = t[i] * t[i];
        sum += 0.1 * s[i];
      }
      System.arraycopy(t, 0, s, 1, a.length - 1);
      sum += s[0] * s[1];
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double rowsOfManyLengths(double[] a, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double[] row = new double[k + 2];
      for (int i = 0; i < k + 2; i++) {
        row[i] = Math.exp(0.1 * a[i % a.length] * (sum + 1));
      }
      double product = 1;
      for (int i = 0; i < k + 2; i++) {
        product *= row[i];
      }
      sum += product;
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 1")
  @Inputs(value = "n = 3", fails = ArrayIndexOutOfBoundsException.class)
  static double pastTheEnd(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < a.length; i++) {
        s[i] = a[i] * a[i];
      }
      sum += s[k * 20] * s[0];
    }
    return sum;
  }

  @Differentiable
  static double[] imagesOfPoints(double[][] m, double[] v) {
    double[] image = new double[m.length];
    double[] scores = new double[v.length];
    for (int p = 0; p < v.length; p++) {
      for (int i = 0; i < m.length; i++) {
        image[i] = 0;
      }
      for (int j = 0; j < m.length; j++) {
        double[] row = m[j];
        for (int i = j; i < row.length && i < m.length; i++) {
          image[i] += row[i] * (v[p] - v[j % v.length]);
        }
      }
      double sum = 0;
      for (int i = 0; i < m.length; i++) {
        sum += image[i] * image[i];
      }
      scores[p] = Math.exp(-0.1 * sum) + v[p];
    }
    return scores;
  }

  @Differentiable
  static double hinges(double[] w, double[] x, double cost) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * x[(i + j) % x.length];
      }
      sum += Math.max(0, (i % 2 == 0 ? 1 : -1) - score);
    }
    return cost * sum;
  }

  @Differentiable
  static double rectified(double[][] m, double[] x) {
    double[] h = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      double sum = -0.5;
      for (int j = 0; j < m[i].length; j++) {
        sum += m[i][j] * x[j % x.length];
      }
      h[i] = sum > 0 ? sum : 0;
    }
    double total = 0;
    for (int i = 0; i < h.length; i++) {
      double part = 0;
      for (int j = 0; j < x.length; j++) {
        part += h[i] * x[j];
      }
      total += part * part + Math.abs(part);
    }
    return total;
  }

  /** What isn't chosen contributes nothing, though its slope by {@code x} is infinite. */
  @Differentiable
  @Inputs(value = "a = {0.5, -1, 2}; x = 0", gradient = {1, -2, 4, 0})
  static double infiniteOnlyWhereNotChosen(double[] a, double x) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double root = 0;
      for (int j = 0; j < a.length; j++) {
        root += a[j] * Math.sqrt(x);
      }
      sum += Math.max(a[i] * a[i] + 1, root);
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 5")
  static double polynomialAtPoints(double[] c, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / n;
      double fitted = 0;
      double power = 1;
      for (int j = 0; j < c.length; j++) {
        fitted += c[j] * power;
        power *= t;
      }
      sum += (fitted - t) * (fitted - t);
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  static double whileOverwriting(double[] a, int n) {
    double[] s = new double[a.length];
    double sum = 1;
    int k = 0;
    while (sum < 1000 && k < n) {
      for (int i = 0; i < a.length; i++) {
        s[i] = a[i] * sum;
      }
      for (int i = 0; i < a.length; i++) {
        sum += s[i] * s[i];
      }
      s[0] = sum;
      for (int i = 1; i < a.length; i++) {
        s[i] = s[i - 1] * a[i];
      }
      sum += 0.1 * s[a.length - 1];
      k++;
    }
    return sum;
  }
}
