package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Loops that add to elements of arrays, and loops that only seem to. */
class Accumulations {
  @Differentiable
  @Inputs("n = 3")
  static double[] histogram(double[] weights, int n) {
    double[] sums = new double[n];
    for (int i = 0; i < weights.length; i++) {
      sums[i * i % n] += Math.exp(weights[i]);
    }
    return sums;
  }

  @Differentiable({Derivative.VJP, Derivative.JVP, Derivative.JACOBIAN})
  static double[] product(double[][] a, double[] v) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < Math.min(v.length, a[i].length); j++) {
        product[i] += a[i][j] * v[j] * v[j];
      }
    }
    return product;
  }

  @Differentiable
  @Inputs("n = 2")
  static double rows(double[] x, int n) {
    double[][] sums = new double[n][n];
    for (int i = 0; i < x.length; i++) {
      sums[i % n][0] += x[i] * x[i];
      sums[0][i % n] -= Math.sin(x[i]);
    }
    return sums[0][0] * sums[n - 1][0] * sums[0][n - 1];
  }

  @Differentiable
  @Inputs("n = 2")
  static double rowTwice(double[] x, int n) {
    double[] row = new double[n];
    double[][] sums = {row, row};
    for (int i = 0; i < x.length; i++) {
      double before = sums[0][i % n];
      sums[1][i % n] += x[i] * x[i];
      sums[0][i % n] = before + x[i];
    }
    return row[0] * row[n - 1];
  }

  @Differentiable
  static double twoAtOnce(double[] x) {
    double[] sums = new double[3];
    for (int i = 0; i < x.length; i++) {
      double one = sums[i % 2];
      sums[i % 3] += x[i] * x[i];
      sums[i % 2] = one + x[i];
    }
    return sums[0] * sums[1] * sums[2];
  }

  @Differentiable
  static double addedToAndRead(double[] x) {
    double[] sums = {1, 2};
    for (int i = 0; i < x.length; i++) {
      sums[0] += x[i] * x[i];
      sums[1] += sums[0] * x[i];
    }
    return sums[0] * sums[1];
  }

  @Differentiable
  static double exchanged(double[] x) {
    double[] one = {1, 2};
    double[] other = {3, 4};
    for (int i = 0; i < x.length; i++) {
      one[i % 2] += x[i] * x[i];
      double[] t = one;
      one = other;
      other = t;
    }
    return one[0] * other[0] + one[1] * other[1];
  }

  @Differentiable
  static double exchangedRows(double[] x) {
    double[][] all = {{1, 2}, {3, 4}};
    for (int i = 0; i < x.length; i++) {
      all[0][i % 2] += x[i] * x[i];
      double[] t = all[0];
      all[0] = all[1];
      all[1] = t;
    }
    return all[0][0] * all[1][0] + all[0][1] * all[1][1];
  }

  @Differentiable
  static double scaledNow(double[] x) {
    double[] sums = {1, 2};
    for (int i = 0; i < x.length; i++) {
      sums[i % 2] += x[i];
      if (i == 1) {
        sums[0] *= x[0];
      }
    }
    return sums[0] * sums[1];
  }

  @Differentiable
  static double[] into(double[] x, double[] sums) {
    for (int i = 0; i < x.length; i++) {
      sums[0] += x[i] * x[i] * x[i];
      sums[1] = sums[1] - x[i] + 2;
    }
    return sums;
  }

  @Differentiable
  static double doubled(double x, float y) {
    double square = x * x;
    float twice = y + y;
    return square * square + (twice * twice) + Math.max(x, x) + (x - x) / (x + x);
  }
}
