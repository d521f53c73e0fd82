package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Loops whose rounds go through one linear map, and loops that only seem to. */
class SummedPullbacks {
  private static double point(int i, int j) {
    return Math.sin(1 + i + 2 * j);
  }

  private static double[][] factor(double[] p, int d) {
    double[][] q = new double[d][d];
    for (int r = 0; r < d; r++) {
      for (int c = 0; c <= r; c++) {
        q[r][c] = r == c ? 1 + p[r % p.length] * p[r % p.length] : p[(r + c) % p.length];
      }
    }
    return q;
  }

  private static double squares(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  @Differentiable
  static double byRows(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] centred = new double[d];
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < d; j++) {
        centred[j] = point(i, j) - mean[j];
      }
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * centred[c];
        }
        image[r] = sum;
      }
      loss += Math.log(1 + squares(image));
    }
    return loss;
  }

  @Differentiable
  static double byColumns(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int r = 0; r < d; r++) {
        image[r] = 0;
      }
      for (int c = 0; c < d; c++) {
        double centred = point(i, c) - mean[c];
        double[] column = q[c];
        for (int r = 0; r <= c; r++) {
          image[r] += column[r] * centred;
        }
      }
      loss += Math.sqrt(1 + squares(image));
    }
    return loss;
  }

  @Differentiable
  static double mixture(double[] weights, double[] mean, double[] p) {
    int k = weights.length;
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] centred = new double[d];
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int m = 0; m < k; m++) {
        for (int j = 0; j < d; j++) {
          centred[j] = point(i, j) - (m + 1) * mean[j];
        }
        for (int j = 0; j < d; j++) {
          image[j] = 0;
        }
        for (int c = 0; c < d; c++) {
          double[] column = q[c];
          double vc = centred[c];
          for (int r = 0; r < d; r++) {
            image[r] += column[r] * vc;
          }
        }
        sum += weights[m] * weights[m] / (1 + squares(image));
      }
      loss += Math.sqrt(1 + sum);
    }
    return loss;
  }

  @Differentiable
  static double solved(double[] mean, double[] p) {
    int d = mean.length;
    double[][] l = factor(p, d);
    double[] z = new double[d];
    double loss = 0;
    for (int i = 0; i < 3; i++) {
      for (int r = 0; r < d; r++) {
        double sum = point(i, r) - mean[r];
        for (int c = 0; c < r; c++) {
          sum -= l[r][c] * z[c];
        }
        z[r] = sum / l[r][r];
      }
      loss += Math.exp(-squares(z));
    }
    return loss;
  }

  @Differentiable
  static double matrixChanges(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * (point(i, c) - mean[c]);
        }
        image[r] = sum;
      }
      q[i % d][0] *= 1.5;
      loss += Math.log(1 + squares(image));
    }
    return loss;
  }

  @Differentiable
  static double meanIsUsedAgain(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * (point(i, c) - mean[c]);
        }
        image[r] = sum;
      }
      loss += Math.log(1 + squares(image)) * mean[i % d];
    }
    return loss;
  }

  @Differentiable
  static double carriedOver(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int c = 0; c < d; c++) {
        double centred = point(i, c) - mean[c];
        double[] column = q[c];
        for (int r = 0; r < d; r++) {
          image[r] += column[r] * centred;
        }
      }
      loss += Math.sqrt(1 + squares(image));
    }
    return loss;
  }

  @Differentiable
  static double meanMoves(double[] start, double[] p) {
    int d = start.length;
    double[] mean = start.clone();
    double[][] q = factor(p, d);
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * (point(i, c) - mean[c]);
        }
        image[r] = sum;
      }
      loss += Math.log(1 + squares(image));
      for (int r = 0; r < d; r++) {
        mean[r] = 0.9 * mean[r] + 0.1 * image[r];
      }
    }
    return loss;
  }

  @Differentiable
  @Inputs("n = 0")
  static double noRounds(double[] mean, double[] p, int n) {
    int d = mean.length;
    double[][] q = factor(p, d);
    q[0][0] = Double.POSITIVE_INFINITY;
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * (point(i, c) - mean[c]);
        }
        image[r] = sum;
      }
      loss += Math.log(1 + squares(image));
    }
    return loss + mean[0] * mean[0];
  }

  @Differentiable
  static double oneRowForAll(double[] mean, double[] p) {
    int d = mean.length;
    double[] row = new double[d];
    double[][] q = new double[d][];
    for (int r = 0; r < d; r++) {
      q[r] = row;
      row[r] = 1 + p[r % p.length];
    }
    double[] image = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * (point(i, c) - mean[c]);
        }
        image[r] = sum;
      }
      row[i % d] += 0.5;
      loss += Math.log(1 + squares(image));
    }
    return loss;
  }

  @Differentiable
  static double twoMaps(double[] mean, double[] p) {
    int d = mean.length;
    double[][] q = factor(p, d);
    double[] centred = new double[d];
    double[] image = new double[d];
    double[] twice = new double[d];
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < d; j++) {
        centred[j] = point(i, j) - mean[j];
      }
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[r][c] * centred[c];
        }
        image[r] = sum;
      }
      for (int r = 0; r < d; r++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += q[c][r] * image[c];
        }
        twice[r] = sum;
      }
      loss += Math.sqrt(1 + squares(twice));
    }
    return loss;
  }
}
