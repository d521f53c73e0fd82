package cotangent.examples;

import cotangent.Differentiable;

/** Holds the functions of a first lecture on computation graphs. */
public final class Lecture {
  private Lecture() {}

  /** Computes seedᵀ·A·v: the product of a matrix and a vector, seen from one direction. */
  @Differentiable(wrt = {"a", "v"})
  static double linearMap(double[][] a, double[] v, double[] seed) {
    return dot(seed, product(a, v));
  }

  /** Computes u·v. */
  @Differentiable
  static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  /** Computes Σxᵢ. */
  @Differentiable
  static double sum(double[] x) {
    double sum = 0;
    for (double element : x) {
      sum += element;
    }
    return sum;
  }

  /** Computes xᵀAx. */
  @Differentiable
  static double quadraticForm(double[][] a, double[] x) {
    return dot(x, product(a, x));
  }

  /** Computes xᵀAx + b·x + c. */
  @Differentiable
  static double quadratic(double[][] a, double[] b, double c, double[] x) {
    return quadraticForm(a, x) + dot(b, x) + c;
  }

  /** Computes y = 1/z with z = x². */
  @Differentiable
  static double chain(double x) {
    double z = x * x;
    return 1 / z;
  }

  /** Computes y = x/z with z = x²: x reaches y in two ways. */
  @Differentiable
  static double fanOut(double x) {
    double z = x * x;
    return x / z;
  }

  /** Computes x³ − log x. */
  @Differentiable
  static double cubicMinusLog(double x) {
    return Math.pow(x, 3) - Math.log(x);
  }

  /** Computes the hinge loss max(0, 1 − y·w·x) of one sample. */
  @Differentiable(wrt = "w")
  static double hinge(double[] w, double[] x, double y) {
    return Math.max(0, 1 - y * dot(w, x));
  }

  /** Computes ½w·w + C·Σmax(0, 1 − yᵢ·w·xᵢ), what a support vector machine minimises. */
  @Differentiable(wrt = "w")
  static double svm(double[] w, double[][] x, double[] y, double c) {
    double losses = 0;
    for (int i = 0; i < x.length; i++) {
      losses += hinge(w, x[i], y[i]);
    }
    return dot(w, w) / 2 + c * losses;
  }

  /** Computes ½‖y − target‖² for y = W·h + b and h = tanh(V·x + c). */
  @Differentiable(wrt = {"v", "c", "w", "b"})
  static double network(
      double[][] v, double[] c, double[][] w, double[] b, double[] x, double[] target) {
    double[] h = product(v, x);
    for (int i = 0; i < h.length; i++) {
      h[i] = Math.tanh(h[i] + c[i]);
    }
    double[] y = product(w, h);
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double error = y[i] + b[i] - target[i];
      squares += error * error;
    }
    return squares / 2;
  }

  /** Computes ½(v·h − target)² for the last h of a sequence: h = tanh(u·h + w·xₜ), from 0 on. */
  @Differentiable(wrt = {"u", "w", "v"})
  static double sequence(double u, double w, double v, double[] x, double target) {
    double h = 0;
    for (double xt : x) {
      h = Math.tanh(u * h + w * xt);
    }
    double error = v * h - target;
    return error * error / 2;
  }

  /** Computes the root of a tree over a row of words, each node tanh(l·left + r·right). */
  @Differentiable
  static double tree(double l, double r, double[] words) {
    return node(l, r, words, 0, words.length);
  }

  private static double node(double l, double r, double[] words, int from, int to) {
    if (to - from == 1) {
      return words[from];
    }
    int middle = (from + to) / 2;
    double left = node(l, r, words, from, middle);
    double right = node(l, r, words, middle, to);
    return Math.tanh(l * left + r * right);
  }

  private static double[] product(double[][] a, double[] v) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i] += a[i][j] * v[j];
      }
    }
    return product;
  }
}
