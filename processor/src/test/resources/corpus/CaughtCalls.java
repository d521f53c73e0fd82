package corpus;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Calls inside of {@code try} of methods that call themselves, or have derivatives of their own. */
class CaughtCalls {
  static double deeper(int n, double x) {
    if (n == 0) {
      if (x > 2) {
        throw new IllegalStateException("too large: " + x);
      }
      return x * x;
    }
    return Math.sin(x) * deeper(n - 1, x * 1.25);
  }

  @Differentiable
  @Inputs("x = 0.5; n = 3")
  @Inputs("x = 1.5; n = 3")
  static double recursive(double x, int n) {
    double y = x;
    try {
      y *= 3;
      y += deeper(n, x);
      y *= x;
    } catch (IllegalStateException e) {
      y *= y;
    }
    return y;
  }

  static double lower(int n, double x) {
    return n == 2 ? x / (n / (n - 2)) : n < 0 ? x : x * lower(n - 3, Math.cos(x));
  }

  @Differentiable
  @Inputs("x = 0.5; n = 3")
  @Inputs("x = 1.5; n = 8")
  static double asksForTheMessage(double x, int n) {
    try {
      return lower(n, x);
    } catch (RuntimeException e) {
      return x * x * e.getMessage().length();
    }
  }

  static double filled(double[] a, int from, double x) {
    a[from] = x * a[from];
    return from == 5 ? x : a[from] + filled(a, from + 1, Math.cos(x));
  }

  @Differentiable
  @Inputs("a = {1, 2, 3, 4}; x = 0.7")
  @Inputs("a = {1, 2, 3, 4, 5, 6}; x = 0.7")
  @Inputs("a = null; x = 0.7")
  static double halfFilled(double[] a, double x) {
    double sum = x;
    try {
      sum += filled(a, 0, x);
    } catch (ArrayIndexOutOfBoundsException e) {
      sum -= a[3] * a[2];
    } catch (NullPointerException e) {
      sum *= sum;
    }
    return sum;
  }

  static double retried(int n, double x) {
    if (n <= 0) {
      throw new UnsupportedOperationException();
    }
    try {
      return n % 2 == 0 ? x * retried(n - 2, x * x) : retried(n - 3, x) + 12 / (n - 3);
    } catch (ArithmeticException e) {
      return x * n;
    } catch (UnsupportedOperationException e) {
      return Math.exp(x) * n;
    } finally {
      x = 0;
    }
  }

  @Differentiable
  @Inputs("x = 0.9; n = 1")
  @Inputs("x = 0.9; n = 3")
  @Inputs("x = 0.9; n = 8")
  @Inputs("x = 0.9; n = 11")
  static double recursionThatCatches(double x, int n) {
    return retried(n, x) * retried(n + 1, x);
  }

  static double even(int n, double x) {
    return n == 0 ? x : odd(n - 1, x * 1.1) * x;
  }

  static double odd(int n, double x) {
    return n == 0 ? fail(x) : Math.sin(even(n - 1, x));
  }

  static double fail(double x) {
    throw new IllegalArgumentException("odd: " + x);
  }

  @Differentiable
  @Inputs("x = 0.8; n = 4")
  @Inputs("x = 0.8; n = 5")
  static double mutual(double x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double before = sum;
      try {
        sum += x;
        sum += even(i, x);
        sum *= x;
      } catch (IllegalArgumentException e) {
        sum += before * x;
      }
    }
    return sum;
  }

  static double q(double x, double y) {
    if (y < 0) {
      throw new ArithmeticException("below zero: " + y);
    }
    return x * Math.sqrt(y);
  }

  record Two(double x, double y) {}

  @DerivativeOf(owner = CaughtCalls.class, method = "q")
  static Two qPullback(double x, double y, double value, double seed) {
    return new Two(seed * Math.sqrt(y), seed * x / (2 * Math.sqrt(y)));
  }

  @Differentiable
  @Inputs("x = 2; y = {1, 2, 3}")
  @Inputs("x = 2; y = {1, -3, 3}")
  @Inputs("x = 2; y = {-1, -2, -3}")
  static double ruled(double x, double[] y) {
    double sum = x;
    for (double each : y) {
      try {
        sum *= q(sum, each);
      } catch (ArithmeticException e) {
        sum += each * x;
      }
    }
    return sum;
  }

  static double shared(double[] a, double x) {
    if (x < 0) {
      throw new IllegalStateException();
    }
    double sum = 0;
    for (double each : a) {
      sum += each * each * x;
    }
    return sum;
  }

  record Slopes(double[] a, double x) {}

  @DerivativeOf(owner = CaughtCalls.class, method = "shared")
  static Slopes sharedPullback(double[] a, double x, double value, double seed) {
    double[] slopes = new double[a.length];
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      slopes[i] = 2 * a[i] * x * seed;
      squares += a[i] * a[i];
    }
    return new Slopes(slopes, squares * seed);
  }

  @Differentiable
  @Inputs("a = {1, 2, 3}; x = 0.5")
  @Inputs("a = {1, 2, 3}; x = -0.5")
  @Inputs("a = null; x = 0.5")
  static double ruledWithArrays(double[] a, double x) {
    double y = x * x;
    try {
      y += shared(a, x) * y;
    } catch (IllegalStateException | NullPointerException e) {
      y *= x;
    }
    return y;
  }

  static double steps(int n, double x) {
    return n == 0 ? q(x, x - 1) : steps(n - 1, x * x);
  }

  @Differentiable
  @Inputs("x = 1.5; n = 2")
  @Inputs("x = 0.5; n = 2")
  static double ruledInRecursion(double x, int n) {
    try {
      return steps(n, x);
    } catch (ArithmeticException e) {
      return x;
    } finally {
      n = 3;
    }
  }

  @Differentiable
  static double inner(double x, double y) {
    return deeper(2, x) * y;
  }

  @Differentiable({cotangent.Derivative.GRADIENT, cotangent.Derivative.JVP})
  @Inputs("x = 0.5")
  @Inputs("x = 1.5")
  static double nestedGradient(double x) {
    try {
      return CaughtCallsGrad.innerGrad(x, x * x).dx();
    } catch (IllegalStateException e) {
      return x * x * x;
    }
  }

  @Differentiable
  @Inputs("a = {{2, 1}, {1, 3}}; b = {1, 2}")
  @Inputs("a = {{2, 1}, {4, 3}}; b = {1, 2, 3}")
  static double solved(double[][] a, double[] b) {
    Vector right = Vector.of(b);
    try {
      return Matrix.of(a).solve(right).dot(right);
    } catch (IllegalArgumentException e) {
      return right.sum() * a[0][0];
    }
  }

  @Differentiable
  @Inputs("x = 1.5; k = 4")
  @Inputs("x = 1.5; k = 5")
  static double singular(double x, int k) {
    try {
      return Matrix.of(new double[][] {{x, 2 * x}, {2 * x, k * x}}).logDeterminant()
          + Matrix.ofRows(Vector.of(x, 2 * x), Vector.of(2 * x, k * x)).solve(Vector.ones(2)).sum();
    } catch (ArithmeticException e) {
      return x * x;
    }
  }

  @Differentiable
  @Inputs("a = {1, 2}; b = {3, 4, 5}")
  @Inputs("a = {1, 2}; b = {3, 4}")
  static double sizesThatMayDiffer(double[] a, double[] b) {
    Vector one = Vector.of(a);
    Vector other = Vector.of(b);
    double[] sums = new double[one.size()];
    double y = 1;
    try {
      y += one.dot(other);
      y *= one.dot(one);
    } catch (IllegalArgumentException e) {
      y *= sums.length;
    }
    return y * new double[other.size()].length * one.sum() * other.sum();
  }

  static double given(double[] a, double x) {
    return a == null ? x * x : a[0] * x;
  }

  @DerivativeOf(owner = CaughtCalls.class, method = "given")
  static Slopes givenPullback(double[] a, double x, double value, double seed) {
    if (a == null) {
      return new Slopes(null, 2 * x * seed);
    }
    double[] slopes = new double[a.length];
    slopes[0] = x * seed;
    return new Slopes(slopes, a[0] * seed);
  }

  @Differentiable
  @Inputs("a = {2, 3}; x = 1.5")
  @Inputs("a = null; x = 1.5")
  static double ruledWithNull(double[] a, double x) {
    return given(a, x) * x;
  }

  @Differentiable
  @Inputs("x = 1.5; n = 1")
  @Inputs("x = 1.5; n = 3")
  static double thrownOn(double x, int n) {
    double y = x;
    try {
      try {
        y *= x;
        y *= deeper(n, x);
      } catch (ArithmeticException e) {
        y = 1;
      } finally {
        y += x;
      }
    } catch (IllegalStateException e) {
      y *= y;
    }
    return y;
  }

  static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    Stop(String message) {
      super(message);
    }
  }

  private static class Full extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final class Fuller extends Full {
    private static final long serialVersionUID = 1L;
  }

  static double filling(double[] x, int i, double[] sums) throws Stop, Full {
    if (i == x.length) {
      return sums[0];
    }
    sums[0] += x[i] * x[i];
    if (sums[0] > 9) {
      throw i == 1 ? new Full() : new Fuller();
    } else if (sums[0] > 4) {
      throw new Stop("at " + i);
    }
    try {
      return filling(x, i + 1, sums) + sums[1] * x[i];
    } catch (IllegalStateException | Fuller e) {
      return x[i];
    } finally {
      sums[1] += x[i] * sums[0];
    }
  }

  @Differentiable
  @Inputs("x = {0.5, 0.7, 1.1}")
  @Inputs("x = {0.5, 2, 0.2}")
  @Inputs("x = {0.5, 0.7, 3.1, 0.2}")
  @Inputs("x = {0.5, 4, 1.1}")
  static double checkedThroughFinally(double[] x) {
    double[] sums = {0, 1};
    double y;
    try {
      y = filling(x, 0, sums);
    } catch (Stop e) {
      y = 2 * sums[1] * e.getMessage().length();
    } catch (Full e) {
      y = sums[1] * sums[1];
    }
    return y * 2 + sums[0] * sums[1];
  }

  @Differentiable
  @Inputs("x = {0.5, 0.7, 1.1}")
  @Inputs("x = {0.5, 4, 1.1}")
  static double oneIsThrownOn(double[] x) throws Stop {
    double[] sums = {0, 1};
    try {
      return filling(x, 0, sums);
    } catch (Full e) {
      return sums[1] * sums[1];
    }
  }

  static <E extends Exception> double counted(double x, int n, E last) throws E {
    if (n == 0) {
      throw last;
    }
    try {
      return x < 0.1 ? x * x : counted(x * x, n - 1, last) * 3;
    } finally {
      n = 0;
    }
  }

  @Differentiable
  @Inputs("x = 0.5; n = 2")
  @Inputs("x = 0.5; n = 3")
  static double checkedByTypeVariable(double x, int n) {
    try {
      return counted(x, n, new Stop("no more"));
    } catch (Stop e) {
      return x * x * e.getMessage().length();
    }
  }
}
