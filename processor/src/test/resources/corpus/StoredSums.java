package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Sums that loops only build up to store them in an element, and some that just look like it. */
class StoredSums {
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("n = 3")
  @Inputs("n = 0")
  static double[] powers(double[] x, int n) {
    double[] sums = new double[n];
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += Math.sin(k * x[i]) * x[i];
      }
      sums[k] = sum;
    }
    return sums;
  }

  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  static double[] threeAtOnce(double[] x) {
    double[] moments = new double[3];
    double a = 0;
    double b = 1;
    double c = x.length > 0 ? x[0] : 2;
    for (int i = 0; i < x.length; i++) {
      a += x[i];
      b *= 1 + x[i] * a;
      if (i != 1) {
        c += b * x[i];
      }
    }
    moments[0] = a;
    moments[2] = b;
    moments[1] = c;
    return moments;
  }

  /** The array is used again from one vertex to the next. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("n = 4")
  static double[] scratch(double[] x, int n) {
    double[] point = new double[2];
    double[] results = new double[n];
    for (int k = 0; k < n; k++) {
      double u = k;
      double v = 0;
      for (int i = 0; i < x.length; i++) {
        u += x[i] * x[(i + k) % x.length];
        v += Math.cos(x[i]) * k;
      }
      point[0] = u;
      point[1] = v;
      results[k] = point[0] * point[1] - u;
    }
    return results;
  }

  /** What is summed begins with the element, and reads it. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  static double[] readsItself(double[] x) {
    double[] y = {1, 2, 3};
    double sum = y[1] * (x.length == 0 ? 1 : x[0]);
    for (int i = 0; i < x.length; i++) {
      sum += y[1] * x[i];
    }
    y[1] = sum;
    double other = y[1];
    for (int i = 0; i < x.length; i++) {
      other *= x[i];
    }
    y[1] = other;
    y[2] = y[1];
    return y;
  }

  /** Elements change places while the sums are built up. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  static double[] swapped(double[] x) {
    double[] y = new double[2];
    double a = y[0];
    double b = 1;
    for (int i = 0; i < x.length; i++) {
      double old = a;
      a = b * x[i];
      b = old + x[i];
    }
    y[0] = b;
    y[1] = a;
    double c = y[1];
    double d = y[0];
    for (int i = 0; i < x.length; i++) {
      c += x[i] * d;
      d += x[i];
    }
    y[0] = c;
    y[1] = d;
    return y;
  }

  /** Another name for the array, and an index that is only known later. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  static double[] otherNames(double[] x) {
    double[] y = new double[3];
    double[] same = y;
    double sum = 0;
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      same[0] = x[i] * x[i];
      sum += y[0] * x[i];
      at = i % 3;
    }
    y[0] = sum;
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      product *= x[i] + y[at];
    }
    y[at] = product;
    double last = 0;
    for (int i = 0; i < x.length; i++) {
      last += x[i] * product;
    }
    y[2] = last;
    y[1] = last * y[0];
    return y;
  }

  /** An exception comes in its place: the element isn't looked at before. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("n = 2; k = 1")
  static double[] early(double[] x, int n, int k) {
    double[] y = new double[n];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (k >= n) {
        throw new IllegalStateException("no element");
      }
      sum += x[i] * x[i];
    }
    y[k] = sum;
    double[][] rows = new double[2][2];
    for (int i = 0; i < 2; i++) {
      double all = 0;
      for (int j = 0; j < x.length; j++) {
        all += x[j] * (i + 1);
      }
      rows[i][1 - i] = all;
    }
    y[0] += rows[0][1] * rows[1][0];
    return y;
  }

  /** Loops in loops, of which only the outer one's result is stored. */
  @Differentiable({Derivative.JVP, Derivative.JACOBIAN})
  static double[] nested(double[] x) {
    double[] y = new double[2];
    double sum = 0;
    double inner = 0;
    for (int i = 0; i < x.length; i++) {
      inner = x[i];
      for (int j = 0; j < i; j++) {
        inner *= x[j];
        sum += inner;
      }
      sum -= inner;
    }
    y[0] = sum;
    y[1] = inner * sum;
    return y;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  static double second(double[] x) {
    double[] y = new double[2];
    double a = 0;
    double b = 0;
    for (int i = 0; i < x.length; i++) {
      a += Math.exp(x[i] / 4);
      b += x[i] * x[i] * a;
    }
    y[0] = a;
    y[1] = b;
    return y[0] * y[1] * y[1];
  }
}
