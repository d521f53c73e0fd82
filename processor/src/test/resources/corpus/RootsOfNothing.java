package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JACOBIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/**
 * What a root of zero, of which the slope is infinite, is computed from: where a factor of zero
 * stands between, the infinity doesn't pass it, in reverse mode as little as forward.
 */
class RootsOfNothing {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2; z = 3", gradient = {INF, 0, 0})
  @Inputs(value = "x = 0; y = 0; z = 3", gradient = {0, 0, 0})
  @Inputs("x = 1; y = 2; z = 3")
  static double ofProductOverOther(double x, double y, double z) {
    return Math.sqrt(x * y / z);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  @Inputs(value = "x = 3; y = 4", gradient = {0.6, 0.8})
  static double norm(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  @Inputs("v = {3, 4}")
  @Inputs("v in [0.5, 2]")
  static double normOfMany(double[] v) {
    double sum = 0;
    for (double each : v) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "v = {0, 0}; w = {0, 0}", gradient = {0, 0, 0, 0})
  @Inputs(value = "v = {1, 2}; w = {1, 2}", gradient = {0, 0, 0, 0})
  static double distance(double[] v, double[] w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      if (i % 2 == 0) {
        sum += Math.pow(v[i] - w[i], 2);
      } else {
        sum = Math.fma(v[i] - w[i], v[i] - w[i], sum);
      }
    }
    return Math.sqrt(sum);
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "v = {0}; w = {2}", gradient = {INF, 0})
  @Inputs("v = {1, 2}; w = {2, 3}")
  static double ofDotProduct(double[] v, double[] w) {
    return Math.sqrt(dot(v, w)) + Math.cbrt(dot(w, v));
  }

  private static double dot(double[] v, double[] w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * w[i];
    }
    return sum;
  }

  /** The products are kept in an array before the root is taken. */
  @Differentiable({VJP, JVP, JACOBIAN})
  @Inputs("v = {1, 4, 9}; x = 2")
  static double[] ofKeptProducts(double[] v, double x) {
    double[] products = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      products[i] = v[i] * x;
    }
    double[] roots = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      roots[i] = Math.sqrt(products[i]);
    }
    return roots;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "v = {0, 4}; x = 1", gradient = {INF, 0.25, 1})
  static double sumOfKept(double[] v, double x) {
    double[] roots = ofKeptProducts(v, x);
    return roots[0] + roots[1];
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2; n = 3", gradient = {INF, 0})
  static double ofRepeatedProduct(double x, double y, int n) {
    double product = x;
    for (int i = 0; i < n; i++) {
      product *= y;
    }
    return Math.sqrt(product);
  }

  private static double scaled(double x, double y, int n) {
    return n == 0 ? x : scaled(x, y, n - 1) * y;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2; n = 3", gradient = {INF, 0})
  static double ofRecursiveProduct(double x, double y, int n) {
    return Math.sqrt(scaled(x, y, n));
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2", gradient = {0, 0})
  static double arcOfCosine(double x, double y) {
    return Math.acos(Math.cos(x)) + Math.asin(Math.cos(x * y));
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2; z = 0", gradient = {INF, 0, INF})
  static double powerOfProduct(double x, double y, double z) {
    return Math.pow(x * y, 0.5) + Math.sqrt(Math.max(z, Math.abs(x) * y));
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "x = 0; y = 2", gradient = {INF, 0})
  static float ofFloats(float x, float y) {
    return (float) Math.sqrt(x * y);
  }

  private static double root(double x) {
    return Math.sqrt(x);
  }

  @DerivativeOf(owner = RootsOfNothing.class, method = "root")
  private static double rootPullback(double x, double value, double seed) {
    return seed / (2 * value);
  }

  /** A rule may be of a root as well. */
  @Differentiable({GRADIENT, VJP})
  @Inputs(value = "x = 0; y = 2", gradient = {INF, 0})
  static double ruled(double x, double y) {
    return root(x * y);
  }

  record Ellipse(double x, double y) {
    double mean() {
      return Math.sqrt(x * y);
    }
  }

  /** The zero is a constant, of a helper that doesn't know. */
  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "m = 0.25", gradient = {2})
  static double ofConstantNothing(double m) {
    return new Ellipse(0, 1 - m).mean() + new Ellipse(m, m + 0).mean() + new Ellipse(m, 0).mean() + m;
  }
}
