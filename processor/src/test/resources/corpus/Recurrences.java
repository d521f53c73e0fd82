package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Arrays that are filled from what was filled before, and arrays where more is overwritten. */
class Recurrences {
  @Differentiable
  @Inputs("a length 6")
  static double logistic(double[] a, double r) {
    double[] x = new double[a.length + 1];
    x[0] = a[0];
    for (int i = 0; i < a.length; i++) {
      x[i + 1] = r * x[i] * (1 - x[i]) + a[i] * x[i];
    }
    return x[a.length] * x[1];
  }

  @Differentiable
  @Inputs("a length 6")
  static double backwards(double[] a) {
    double[] x = new double[a.length + 1];
    for (int i = a.length - 1; i >= 0; i--) {
      x[i] = a[i] * Math.sin(x[i + 1]) + x[i + 1] * x[i + 1];
    }
    return x[0] * x[2];
  }

  @Differentiable
  @Inputs("a length 7")
  static double inStrides(double[] a) {
    double[] x = a.clone();
    for (int i = 2; i < x.length; i += 2) {
      x[i] = x[i - 2] * x[i - 1] * x[i];
    }
    return x[x.length - 1] * x[2];
  }

  @Differentiable
  @Inputs("m length 4 4 4 4")
  static double choleskyOfAProduct(double[][] m) {
    int n = m.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double s = i == j ? n : 0;
        for (int k = 0; k < n; k++) {
          s += m[i][k] * m[j][k];
        }
        a[i][j] = s;
      }
    }
    double[][] l = new double[n][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double s = a[i][j];
        for (int k = 0; k < j; k++) {
          s -= l[i][k] * l[j][k];
        }
        if (i == j) {
          l[i][i] = Math.sqrt(s);
          sum += Math.log(l[i][i]);
        } else {
          l[i][j] = s / l[j][j];
        }
      }
    }
    return sum;
  }

  @Differentiable
  @Inputs("m in [0.5, 1]; m length 4 4 4 4; b length 4")
  static double eliminated(double[][] m, double[] b) {
    int n = b.length;
    double[][] a = new double[n][];
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      a[i] = m[i].clone();
      a[i][i] += n;
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k + 1; j < n; j++) {
          a[i][j] -= f * a[k][j];
        }
        x[i] -= f * x[k];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= a[i][j] * x[j];
      }
      x[i] /= a[i][i];
    }
    return x[0] * x[n - 1];
  }

  @Differentiable
  @Inputs("a length 5; n = 4")
  static double trajectory(double[] a, double k, int n) {
    double[][] u = new double[n + 1][a.length];
    for (int i = 0; i < a.length; i++) {
      u[0][i] = a[i];
    }
    for (int t = 0; t < n; t++) {
      u[t + 1][0] = u[t][0];
      u[t + 1][a.length - 1] = u[t][a.length - 1];
      for (int i = 1; i < a.length - 1; i++) {
        double v = u[t][i];
        u[t + 1][i] = v + k * (u[t][i - 1] - 2 * v + u[t][i + 1]) * v;
      }
    }
    double s = 0;
    for (double v : u[n]) {
      s += v * v;
    }
    return s;
  }

  @Differentiable
  @Inputs("a length 4; b length 5")
  static double table(double[] a, double[] b) {
    double[][] r = new double[a.length + 1][b.length + 1];
    r[0][0] = 1;
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        r[i][j] = r[i - 1][j - 1] * Math.sin(a[i - 1] * b[j - 1]) + r[i - 1][j] * r[i][j - 1];
      }
    }
    return r[a.length][b.length];
  }

  /** What is read is overwritten in the next round. */
  @Differentiable
  @Inputs("a length 6")
  static double oneAhead(double[] a) {
    double[] x = a.clone();
    for (int i = 0; i + 1 < x.length; i++) {
      x[i] = x[i + 1] * x[i + 1] * x[i];
    }
    return x[0] * x[1] * x[x.length - 2];
  }

  /** Gauss and Seidel: what is left of an element is new, what is right of it will be. */
  @Differentiable
  @Inputs("a length 6")
  static double swept(double[] a, double w) {
    double[] x = a.clone();
    for (int sweep = 0; sweep < 3; sweep++) {
      for (int i = 1; i < x.length - 1; i++) {
        x[i] = w * x[i - 1] * x[i + 1] + x[i] * x[i] * 0.3;
      }
    }
    return x[1] * x[4];
  }

  /** Rows that change places are no longer where they were filled. */
  @Differentiable
  @Inputs("m length 3 3 3")
  static double rowsChangePlaces(double[][] m) {
    double[][] a = new double[3][];
    for (int i = 0; i < 3; i++) {
      a[i] = m[i].clone();
    }
    for (int k = 0; k < 2; k++) {
      double[] row = a[k];
      a[k] = a[k + 1];
      a[k + 1] = row;
      for (int j = 0; j < 3; j++) {
        a[k + 1][j] = a[k][j] * a[k + 1][j] * a[k + 1][j];
      }
    }
    return a[0][0] * a[1][1] * a[2][2];
  }

  /** One row in all places. */
  @Differentiable
  @Inputs("a length 3")
  static double sharedRow(double[] a) {
    double[] row = a.clone();
    double[][] m = new double[4][];
    for (int i = 0; i < 4; i++) {
      m[i] = row;
    }
    for (int i = 0; i < 3; i++) {
      m[i + 1][i] = m[i][i] * m[i][i] * m[0][0];
    }
    return row[0] * row[1] * row[2];
  }

  /** Rows that are made anew in the places of others. */
  @Differentiable
  @Inputs("a length 3; n = 3")
  static double replacedRows(double[] a, int n) {
    double[][] m = new double[2][];
    double p = 1;
    for (int i = 0; i < n; i++) {
      m[0] = new double[3];
      m[1] = new double[3];
      for (int j = 0; j < 3; j++) {
        m[0][j] = a[j] * (i + 1) * p;
      }
      for (int j = 0; j < 3; j++) {
        m[1][j] = m[0][j] * m[0][(j + 1) % 3];
      }
      p = m[1][0] + m[1][1] * m[1][2];
    }
    return p;
  }

  /** Matrices that replace each other. */
  @Differentiable
  @Inputs("m length 3 3 3; n = 4")
  static double powers(double[][] m, int n) {
    double[][] p = new double[3][3];
    for (int i = 0; i < 3; i++) {
      p[i][i] = 1;
    }
    for (int k = 0; k < n; k++) {
      double[][] q = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double s = 0;
          for (int l = 0; l < 3; l++) {
            s += p[i][l] * m[l][j];
          }
          q[i][j] = Math.tanh(s) * p[i][j];
          q[i][j] += s;
        }
      }
      p = q;
    }
    return p[0][0] * p[1][2];
  }

  /** Two matrices that take turns, so that what was read is overwritten two rounds later. */
  @Differentiable
  @Inputs("m length 3 3 3; n = 4")
  static double inTurns(double[][] m, int n) {
    double[][] p = new double[3][3];
    double[][] q = new double[3][3];
    for (int i = 0; i < 3; i++) {
      p[i][i] = 1;
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          q[i][j] = Math.sin(p[i][j]) * p[j][i] + m[i][j] * p[i][j];
        }
      }
      double[][] t = p;
      p = q;
      q = t;
    }
    return p[0][0] * p[1][2];
  }

  /** A matrix whose rows are those of the one before. */
  @Differentiable
  @Inputs("m length 3 3 3; n = 3")
  static double copiedOutside(double[][] m, int n) {
    double[][] p = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        p[i][j] = m[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      double[][] q = p.clone();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          q[i][j] = p[i][j] * p[j][i] + m[i][j];
        }
      }
      p = q;
    }
    return p[0][0] * p[1][2];
  }

  /** Elements are different ones only where the condition says so. */
  @Differentiable
  @Inputs("a length 5; k = 2")
  @Inputs("a length 5; k = 0")
  static double whereDifferent(double[] a, int k) {
    double[] x = a.clone();
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double v = x[k];
      if (i != k) {
        x[i] = v * v * x[i];
      }
      s += x[i] * v;
    }
    return s;
  }

  /** ... and here it doesn't. */
  @Differentiable
  @Inputs("a length 5; k = 2")
  static double whereTheSame(double[] a, int k) {
    double[] x = a.clone();
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double v = x[k];
      if (i >= k) {
        x[i] = v * v * x[i];
      }
      s += x[i] * v;
    }
    return s;
  }

  /** Bounds that a wrong number of the largest kind would break. */
  @Differentiable
  @Inputs("a length 6; n = 3")
  static double boundsFromOutside(double[] a, int n) {
    double[] x = a.clone();
    for (int i = n; i > 0; i--) {
      for (int j = i - 1; j < n; j++) {
        x[j] = x[i] * x[j] + x[j + 1];
      }
    }
    return x[0] * x[1] * x[2];
  }

  /** A counter that isn't the loop's. */
  @Differentiable
  @Inputs("a length 6")
  static double ownCounter(double[] a) {
    double[] x = a.clone();
    int at = 0;
    for (int i = 0; i < 8; i++) {
      double v = x[at];
      at = (at + 2) % 5;
      x[at] = v * v * 0.5 + x[at];
    }
    return x[0] * x[1] * x[2] * x[3];
  }

  @Differentiable
  @Inputs("a length 6")
  static double whileLoop(double[] a) {
    double[] x = a.clone();
    int i = 0;
    while (i < x.length - 1) {
      x[i + 1] = x[i] * x[i] * x[i + 1];
      if (x[i] > 100) {
        break;
      }
      i++;
    }
    return x[i] * x[0];
  }

  /** In each round of the outer loop another array, or the same. */
  @Differentiable
  @Inputs("a length 4; n = 3")
  static double inEachRound(double[] a, int n) {
    double[] old = new double[a.length + 1];
    double s = 0;
    for (int k = 0; k < n; k++) {
      double[] x = new double[a.length + 1];
      x[0] = 1 + s;
      old[0] = s;
      for (int i = 0; i < a.length; i++) {
        x[i + 1] = x[i] * x[i] * a[i] * 0.5;
        old[i + 1] = old[i] * old[i] + a[i] * x[i];
      }
      s += x[a.length] + old[a.length];
    }
    return s;
  }
}
