package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JACOBIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/**
 * Arrays that may be null, or too short: nobody looks at them before the method does, and what the
 * method throws is thrown by its derivatives.
 */
class OptionalArrays {
  private static final double[] LAST = new double[2];
  private static final double[][] ROWS = new double[2][2];

  record Layer(double[] w, double[] b) {}

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("other = null")
  @Inputs("v = null")
  @Inputs(value = "v = null; other = null", fails = NullPointerException.class)
  static double picked(double[] v, double[] other) {
    double[] w = other == null ? v : other;
    return w[0] * w[1];
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP, JACOBIAN})
  @Inputs("buffer = null")
  @Inputs("buffer length 1")
  @Inputs("buffer length 7")
  static double scratch(double[] v, double[] buffer) {
    double[] s = buffer != null && buffer.length >= v.length ? buffer : new double[v.length];
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      s[i] = v[i] * v[i];
    }
    for (int i = 0; i < v.length; i++) {
      sum += s[i] * v[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("other = null")
  @Inputs("other length 2")
  @SuppressWarnings("cotangent")
  static double ignored(double[] v, double[] other) {
    return v[0] * v[1];
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("m = null")
  @Inputs("m = {{1, 2}, null}")
  @Inputs("m = {{1, 2}, {3}}")
  static double rows(double[][] m, double[] v) {
    double sum = v[0] * v[0];
    if (m != null) {
      for (double[] row : m) {
        sum += row == null ? v[1] : row[0] * row[0] * v[0];
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs("w = null")
  @Inputs("w length 3")
  static float floats(float[] w, float[] v) {
    return w == null ? v[0] * v[0] : w[0] * v[0] * w[2];
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  @Inputs("weights = null; v = {1, 2}")
  @Inputs("weights length 5")
  static double[] weighted(double[] v, double[] weights) {
    double[] r = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      r[i] = weights == null ? v[i] * v[i] : weights[i] * v[i];
    }
    return r;
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  @Inputs("layer.b = null; layer.w length 2")
  @Inputs("layer.b length 1; layer.w length 2")
  static double layer(Layer layer, double x) {
    double t = layer.w()[0] * x + layer.w()[1];
    if (layer.b() != null) {
      t += layer.b()[0] * x;
    }
    return t * t;
  }

  private static double sum(double[] a, double[] mask) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += mask == null ? a[i] * a[i] : a[i] * mask[i];
    }
    return s;
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("mask = null")
  @Inputs("mask length 5")
  @Inputs(value = "mask length 4", fails = ArrayIndexOutOfBoundsException.class)
  static double throughHelper(double[] a, double[] mask) {
    return sum(a, mask) * sum(a, null);
  }

  private static double descend(double[] a, double[] b, int n) {
    return n == 0 ? a[0] * a[0] : (b == null ? a[1] : b[0]) * descend(a, b, n - 1);
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("b = null; n = 2")
  @Inputs("b length 1; n = 2")
  static double throughRecursion(double[] a, double[] b, int n) {
    return descend(a, b, n);
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs("c length 4")
  @Inputs(value = "c length 3", fails = ArrayIndexOutOfBoundsException.class)
  @Inputs(value = "c length 2", fails = ArrayIndexOutOfBoundsException.class)
  @Inputs(value = "c length 1", fails = ArrayIndexOutOfBoundsException.class)
  @Inputs(value = "c length 0", fails = ArrayIndexOutOfBoundsException.class)
  static double polynomial(double[] c, double x) {
    return c[0] * x + x * (c[1] + x * (c[2] + x * c[3]));
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs(value = "c length 2; d = null", fails = ArrayIndexOutOfBoundsException.class)
  @Inputs(value = "c length 3; d = null", fails = NullPointerException.class)
  @Inputs(value = "c = null; d length 0", fails = NullPointerException.class)
  static double laterArray(double[] c, double[] d, double x) {
    double y = c[2] * x;
    return y * d[0];
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs(value = "x = -1; c = null", fails = IllegalArgumentException.class)
  @Inputs(value = "x = 1; c = null", fails = NullPointerException.class)
  @Inputs("x = 1")
  static double guardedFirst(double x, double[] c) {
    if (x < 0) {
      throw new IllegalArgumentException("negative");
    }
    return c[0] * c.length * x;
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  @Inputs("c length 6; n = 1; m = 1")
  @Inputs(value = "c length 2; n = 1; m = 0", fails = ArithmeticException.class)
  @Inputs(value = "c length 2; n = 2; m = 0", fails = ArrayIndexOutOfBoundsException.class)
  @Inputs(value = "c length 4; n = 3; m = 1", fails = ArrayIndexOutOfBoundsException.class)
  static double indices(double[] c, double x, int n, int m) {
    double y = c[n] * x;
    int k = n / m;
    return y * c[k] + c[k + 1] * (x - c[m]);
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP, JACOBIAN})
  @Inputs(value = "x = 1.5", gradient = 6.75, hessian = 9)
  static double keptInStatic(double x) {
    LAST[0] = x;
    return x * x * LAST[0];
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static double[] squaresInStatic(double[] x) {
    for (int i = 0; i < 2; i++) {
      LAST[i] = x[i] * x[i + 1];
    }
    return new double[] {x[0] * LAST[0], LAST[1], x[2]};
  }

  private static final double[] TOTAL = {0};

  /** Nothing but the last of several calls shows how often a derivative ran it. */
  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  static double countedInStatic(double[] x) {
    double before = TOTAL[0];
    TOTAL[0] = before + 1;
    double runs = TOTAL[0] - before;
    return runs * x[0] * x[1] * x[0];
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  static double rowsInStatic(double x, double y) {
    for (int i = 0; i < 2; i++) {
      ROWS[i][1] = x * y * (i + 1);
    }
    return ROWS[0][1] * ROWS[1][1];
  }

  private static final double[] TABLE = {1, 2};

  /** What is written is the other array. */
  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  static double tableOrNew(double x, boolean b) {
    double[] w = b ? TABLE : new double[] {x, 3};
    return w[0] * w[1] * x;
  }
}
