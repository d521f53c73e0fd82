package corpus;

import cotangent.Differentiable;

/** Loops whose rounds each add a product of two vectors to a matrix, and loops that don't quite. */
class RankOneSums {
  private static final int WIDTH = 17;

  private static double[][] weights(double[] p, int rows) {
    double[][] w = new double[rows][WIDTH];
    for (int j = 0; j < rows; j++) {
      for (int k = 0; k < WIDTH; k++) {
        w[j][k] = 0.1 * p[(j + 2 * k) % p.length] + 0.05 * Math.sin(j + 2 * k);
      }
    }
    return w;
  }

  private static void point(int i, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.cos(i + 3 * k);
    }
  }

  private static void layer(double[][] w, double[] b, double[] x, double[] y) {
    for (int j = 0; j < y.length; j++) {
      double z = b[j];
      for (int k = 0; k < x.length; k++) {
        z += w[j][k] * x[k];
      }
      y[j] = Math.tanh(z);
    }
  }

  private static double squares(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  @Differentiable
  static double layers(double[] p) {
    double[][] w = weights(p, 20);
    double[] b = weights(p, 1)[0];
    double[] x = new double[WIDTH];
    double[] y = new double[WIDTH];
    double loss = 0;
    for (int i = 0; i < 7; i++) {
      point(i, x);
      layer(w, b, x, y);
      loss += squares(y) / (i + 1);
    }
    return loss;
  }

  /** The bias depends on the round, so its derivative can't wait. */
  @Differentiable
  static double changingBias(double[] p, double[] bias) {
    double[][] w = weights(p, WIDTH);
    double[] x = new double[WIDTH];
    double loss = 0;
    for (int i = 8; i >= 2; i--) {
      point(i, x);
      for (int j = 0; j < WIDTH; j++) {
        double z = bias[(i + j) % bias.length];
        for (int k = 0; k < WIDTH; k++) {
          z += w[j][k] * x[k];
        }
        loss += Math.sin(z);
      }
    }
    return loss;
  }

  @Differentiable
  static double columnsOfTriangles(double[] p) {
    double[][][] factors = new double[3][][];
    for (int c = 0; c < 3; c++) {
      factors[c] = weights(p, WIDTH + c);
    }
    double[] x = new double[WIDTH];
    double[] y = new double[WIDTH];
    double loss = 0;
    for (int i = 0; i < 6; i++) {
      point(i, x);
      for (int c = 0; c < 3; c++) {
        for (int j = 0; j < WIDTH; j++) {
          y[j] = 0;
        }
        for (int j = 0; j < WIDTH; j++) {
          double xj = x[j] * (c + 1);
          for (int k = j; k < WIDTH; k++) {
            y[k] += factors[c][j][k] * xj;
          }
        }
        loss += Math.sqrt(1 + squares(y));
      }
    }
    return loss;
  }

  /** The rows change places, so a round's products aren't added where those of the last one are. */
  @Differentiable
  static double rowsThatChangePlaces(double[] p) {
    double[][] w = weights(p, WIDTH);
    double[] b = weights(p, 1)[0];
    double[] x = new double[WIDTH];
    double[] y = new double[WIDTH];
    double loss = 0;
    for (int i = 0; i < 5; i++) {
      point(i, x);
      layer(w, b, x, y);
      loss += squares(y);
      double[] first = w[0];
      w[0] = w[i + 1];
      w[i + 1] = first;
    }
    return loss;
  }

  /** What is added is scaled between the rounds. */
  @Differentiable
  static double decay(double[] p, double rate) {
    double[][] w = weights(p, WIDTH);
    double[] b = weights(p, 1)[0];
    double[] x = new double[WIDTH];
    double[] y = new double[WIDTH];
    double loss = 0;
    for (int i = 0; i < 5; i++) {
      point(i, x);
      layer(w, b, x, y);
      loss += squares(y);
      for (int j = 0; j < WIDTH; j++) {
        for (int k = 0; k < WIDTH; k++) {
          w[j][k] *= rate;
        }
      }
    }
    return loss;
  }

  @Differentiable
  static double samples(double[][] w, double[][] data, double[] scale) {
    double loss = 0;
    for (int i = 0; i < data.length; i++) {
      double s = scale[i % scale.length];
      for (int j = 0; j < w.length; j++) {
        double z = 0;
        for (int k = 0; k < w[0].length; k++) {
          z += s * w[j][k] * data[i][k];
        }
        loss += z * z;
      }
    }
    return loss;
  }
}
