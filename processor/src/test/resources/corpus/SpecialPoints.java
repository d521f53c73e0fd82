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
 * Where an operation has an infinite slope, or none, beside factors that are zero: one rule for all
 * modes, that zero times infinity is zero, and one for squares, that they have no kink.
 */
class SpecialPoints {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = 1; b = -1000", gradient = {INF, -INF})
  @Inputs(value = "a = 2; b = 0.5")
  static double timesExp(double a, double b) {
    return a * Math.exp(-b);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  @Inputs(value = "x = 0; y = 2", gradient = {INF, 0})
  @Inputs(value = "x = 4; y = 0", gradient = {0, 2})
  static double rootTimes(double x, double y) {
    return Math.sqrt(x) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0; z = 3", gradient = {0, 0, 1})
  @Inputs(value = "x = 0; y = 2; z = 0", gradient = {0, 0, 1})
  static double rootInProduct(double x, double y, double z) {
    double root = Math.sqrt(x);
    double half = y * root / 2;
    return -half * z + z;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  static double cubeRootTimes(double x, double y) {
    return y * Math.cbrt(x);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 1; y = 0", gradient = {0, 1.5707963267948966})
  @Inputs(value = "x = -1; y = 0", gradient = {0, -1.5707963267948966})
  static double arcSineTimes(double x, double y) {
    return Math.asin(x) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 1; y = 0", gradient = {0, 0})
  @Inputs(value = "x = 1; y = 3", gradient = {-INF, 0})
  static double arcCosineTimes(double x, double y) {
    return Math.acos(x) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  static double powerTimes(double x, double y) {
    return Math.pow(x, 0.5) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 1", gradient = {INF, 1})
  @Inputs(value = "x = 3; y = 0", gradient = {0.3333333333333333, 1})
  static double plusLogarithm(double x, double y) {
    return y + y * y * y * x + Math.log(x);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; a = 1", gradient = {INF, -INF})
  static double timesLogarithm(double x, double a) {
    return a * Math.log(x);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = 1; x = 0", gradient = {INF, -INF})
  static double quotient(double a, double x) {
    return a / x;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = 1; x = 0", gradient = {INF, -INF})
  static double timesInverse(double a, double x) {
    return a * (1 / x);
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs(value = "x = -1000", gradient = {0}, hessian = {0})
  @Inputs(value = "x = 1000", gradient = {0}, hessian = {0})
  @Inputs("x = 0.5")
  static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 1000", gradient = {0})
  static double levelled(double x) {
    return Math.tanh(Math.exp(x)) + Math.exp(-Math.exp(x)) + Math.atan(Math.cosh(x));
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = 2; b = 1000", gradient = {0, 0})
  @Inputs("a = 2; b = 0.5")
  static double cappedProduct(double a, double b) {
    return Math.min(a * Math.exp(b), 5);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  static double rootOfProduct(double x, double y) {
    return Math.sqrt(x) * y + Math.sqrt(y) * x;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "v = {0, 0, 4}; w = {0, 1, 2}", gradient = {0, INF, 0.5, 0, 0, 2})
  static double dotOfRoots(double[] v, double[] w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += Math.sqrt(v[i]) * w[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "v = {0, 0, 4}; w = {0, 1, 2}", gradient = {0, INF, 0.5, 0, 0, 2})
  static double dotOfKeptRoots(double[] v, double[] w) {
    double[] roots = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      roots[i] = Math.sqrt(v[i]);
    }
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += roots[i] * w[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs(value = "x = 4; p = 0", gradient = {0, 1.3862943611198906}, hessian = {0, 0.25, 0.25, 1.9218120556728056})
  @Inputs("x = 4; p = 1")
  @Inputs("x = 4; p = 2")
  @Inputs("x = 0.5; p = -1")
  static double power(double x, double p) {
    return Math.pow(x, p);
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 3; y = 0; z = 2", hessian = {0, 0, 0, 0, 0, 0.3535533905932738, 0, 0.3535533905932738, 0}, gradient = {0, 1.4142135623730951, 0})
  @Inputs("x = 3; y = 1; z = 2")
  static double chosenProduct(double x, double y, double z) {
    return Math.max(y * Math.sqrt(z), -x);
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0}, hessian = {-2, 0, 0, -2})
  @Inputs("x = 0.3; y = -0.7")
  static double bell(double x, double y) {
    double r = Math.hypot(x, y);
    return Math.exp(-r * r);
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0}, hessian = {-2, 0, 0, -2})
  static double bellByPower(double x, double y) {
    return Math.exp(-Math.pow(Math.hypot(x, y), 2));
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 0; s = 2", gradient = {0, 0, 0}, hessian = {-0.25, 0, 0, 0, -0.25, 0, 0, 0, 0})
  @Inputs("x = 0.1; y = -0.2; s = 2")
  static double bellOfWidth(double x, double y, double s) {
    double d = Math.sqrt(x * x + y * y);
    return Math.exp(-0.5 * d * d / (s * s));
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0", gradient = {0}, hessian = {2})
  @Inputs("x = -0.7")
  static double squareOfAbsolute(double x) {
    return Math.abs(x) * Math.abs(x);
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0; s = 2", gradient = {0, 0}, hessian = {0.5, 0, 0, 0})
  @Inputs("x = -0.7; s = 3")
  static double squareOfQuotient(double x, double s) {
    double a = Math.abs(x) / s;
    return a * a;
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  @Inputs(value = "x = 0", gradient = {1}, hessian = {0})
  @Inputs("x = 2")
  static double squareOfRoot(double x) {
    double root = Math.sqrt(x);
    return root * root;
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0}, hessian = {0, 0, 0, 0})
  @Inputs("x = 0.3; y = -0.7")
  static double fourthPower(double x, double y) {
    double r = Math.hypot(x, y);
    return r * r * r * r + Math.pow(r, 4);
  }

  @Differentiable({GRADIENT, HESSIAN, HVP})
  @Inputs(value = "x = 0", gradient = {0}, hessian = {6})
  static float floats(float x) {
    float a = Math.abs(x);
    return 3 * a * a;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  static float rootOfFloat(float x, float y) {
    return (float) Math.sqrt(x) * y;
  }

  private static double root(double x, int n) {
    return n == 0 ? Math.sqrt(x) : root(x, n - 1);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0; n = 2", gradient = {0, 0})
  static double rootByRecursion(double x, double y, int n) {
    return root(x, n) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0; n = 2", gradient = {0, -0.5})
  static double rootInLoop(double x, double y, int n) {
    double root = 1;
    for (int i = 0; i < n; i++) {
      root = Math.sqrt(x) + root * 0.5;
    }
    double product = 0;
    while (n-- > 0) {
      product += root * y;
    }
    return product - y;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  @Inputs("v = {1, 4, 9}")
  static double[] roots(double[] v) {
    double[] roots = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      roots[i] = Math.sqrt(v[i]);
    }
    return roots;
  }

  /** What runs to infinity isn't the peak. */
  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "rate = 0.16; start = -0.5; n = 40", gradient = {0, 1})
  static double peak(double rate, double start, int n) {
    double well = 1 - start;
    double ill = start;
    double peak = ill;
    for (int i = 0; i < n; i++) {
      double fresh = rate * well * ill * 4;
      well -= fresh;
      ill += fresh - ill * ill;
      peak = Math.max(peak, ill);
    }
    return peak;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = 2; k = 1; x = -1000", gradient = {0, 0, 0})
  @Inputs("a = 2; k = 1; x = 0.5")
  static double logisticOfHeight(double a, double k, double x) {
    return 1 / (1 + a * Math.exp(-k * x));
  }

  /** Infinite in between, and zero around. */
  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "a = {0, 0}; p = -1.5", gradient = {0, 0, 0})
  @Inputs("a in [0.5, 2]; p = -1.5")
  static double pNorm(double[] a, double p) {
    double total = 0;
    for (int i = 0; i < a.length; i++) {
      total += Math.pow(Math.abs(a[i]), p);
    }
    return Math.pow(total, 1.0 / p);
  }
}
