package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.List;

/** Exceptions: thrown by guards, by arrays, by whole numbers; the same ones, at the same time. */
class Guards {
  @Differentiable
  @Inputs("x in [0.5, 2]")
  @Inputs(value = "x in [-2, -0.5]", fails = IllegalArgumentException.class)
  static double positiveOnly(double x) {
    if (x <= 0) {
      throw new IllegalArgumentException("x must be positive, not " + x);
    }
    return Math.log(x);
  }

  @Differentiable
  @Inputs("a length 5")
  @Inputs(value = "a length 3", fails = IllegalArgumentException.class)
  static double lengthsMustAgree(double[] a, double[] b) {
    if (a.length != b.length) throw new IllegalArgumentException(a.length + " != " + b.length);
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  @Differentiable
  @Inputs("n = 4")
  @Inputs(value = "n = 7", fails = ArrayIndexOutOfBoundsException.class)
  static double indexOutOfBounds(double[] a, int n) {
    a[0] = 2 * a[1];
    return a[n] * a[0];
  }

  @Differentiable
  @Inputs("n = 4")
  @Inputs(value = "n = 7", fails = ArrayIndexOutOfBoundsException.class)
  static double writtenOutOfBounds(double[] a, double x, int n) {
    for (int i = 0; i <= n; i++) {
      a[i] = a[i] * x;
    }
    return a[2];
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 0", fails = ArithmeticException.class)
  static double divisionByZero(double x, int n) {
    int k = 7 / n;
    return x * k;
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 0", fails = ArithmeticException.class)
  static double deadDivisionByZero(double x, int n) {
    int dead = 7 % n;
    return x * x;
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 9", fails = ArrayIndexOutOfBoundsException.class)
  static double deadReadOutOfBounds(double[] a, int n) {
    double dead = a[n];
    return a[0] * a[0];
  }

  @Differentiable
  @Inputs("n = 5")
  @Inputs(value = "n = -2", fails = NegativeArraySizeException.class)
  static double negativeSize(double x, int n) {
    double[] t = new double[n];
    return x * t.length + x * x;
  }

  @Differentiable
  @Inputs("n = 3")
  @Inputs(value = "n = 9", fails = IllegalStateException.class)
  static double thrownFromLoop(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) {
      if (i > 5) {
        throw new IllegalStateException("no convergence after " + i);
      }
      t = t * x + 1;
    }
    return t;
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 5", fails = IllegalArgumentException.class)
  static double thrownFromSwitch(double x, int n) {
    return switch (n) {
      case 1 -> x;
      case 2 -> x * x;
      default -> throw new IllegalArgumentException("n is " + n);
    };
  }

  @Differentiable
  @Inputs("x in [0.5, 2]")
  @Inputs(value = "x in [-2, -0.5]", fails = ArithmeticException.class)
  static double thrownByHelper(double x, double[] a) {
    a[0] = x * a[1];
    a[1] = checked(x) * a[0];
    return a[1];
  }

  private static double checked(double x) {
    if (!(x > 0)) {
      throw new ArithmeticException();
    }
    return Math.sqrt(x);
  }

  @Differentiable
  @Inputs("x in [0.5, 2]")
  @Inputs(value = "x in [-2, -0.5]", fails = IllegalArgumentException.class)
  static double formattedMessage(double x, double[] a) {
    if (x < 0) {
      double worst = Math.max(a[0], x);
      throw new IllegalArgumentException(String.format("x = %f, a = %s", worst, List.of(a[1])));
    }
    return x * a[0];
  }

  @Differentiable
  @Inputs("n = 0")
  @Inputs(value = "n = 7", fails = ArrayIndexOutOfBoundsException.class)
  static double failsAfterChanges(double[] a, int n) {
    a[1] = a[0] * 3;
    double t = a[1] * a[n];
    a[2] = t;
    return t;
  }

  @Differentiable
  @Inputs("n = 0")
  @Inputs(value = "n = 7", fails = ArrayIndexOutOfBoundsException.class)
  static double orderOfFailures(double[] a, int n) {
    a[0] = a[n] / (1 / (n - 7 == 0 ? 0.0 : 1.0));
    return a[0] + 5 / (n - 7);
  }

  @Differentiable
  @Inputs("x in [-1, 1]")
  @Inputs(value = "x in [2, 3]", fails = IllegalArgumentException.class)
  static double elseThrows(double x, double y) {
    double t;
    if (x < 1.5) {
      t = x * y;
    } else {
      throw new IllegalArgumentException();
    }
    return t * t;
  }

  @Differentiable
  @Inputs("n = 1")
  @Inputs(value = "n = 3", fails = UnsupportedOperationException.class)
  static double throwsAtTheEnd(double x, int n) {
    if (n == 1) return x;
    if (n == 2) return x * x;
    throw new UnsupportedOperationException("n = " + n + ", x = " + x);
  }

  @Differentiable
  @Inputs("x in [0.5, 1]")
  @Inputs(value = "x in [-2, -1]", fails = AssertionError.class)
  static double asserts(double x) {
    assert x > 0;
    return Math.log(x);
  }

  @Differentiable
  @Inputs("n = 1")
  @Inputs(value = "n = 5", fails = AssertionError.class)
  static double assertsInLoops(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      assert sum < 1e9 && i < 5 - n / 3 : i;
      sum += checked(x[i], n) * x[i];
    }
    return sum;
  }

  static double checked(double x, int n) {
    int k = n;
    assert ++k > 0 && x > -1e9 : "x = " + x;
    return x * k;
  }

  @Differentiable
  static double assertsInRecursion(double x, int n) {
    assert n >= 0 : 'c';
    return n == 0 ? x : x * assertsInRecursion(x / 2, n - 1);
  }

  @Differentiable
  @Inputs("n = 1")
  @Inputs(value = "n = 2", fails = NullPointerException.class)
  static double required(double[] x, int n) {
    double[] y = n == 2 ? null : x;
    java.util.Objects.requireNonNull(y, "no y");
    double[] z = java.util.Objects.requireNonNull(x);
    return y[0] * z[1];
  }

  /** What a loop keeps grows at the second call too, whether the first one ended or threw. */
  @Differentiable
  @Inputs("x in [0.5, 0.9]; n = 40")
  @Inputs(value = "x in [0.5, 0.9]; n = 100", fails = IllegalArgumentException.class)
  static double tooManyTrips(double x, int n) {
    double s = 1;
    int i = 0;
    while (i != n) {
      if (i > 50) {
        throw new IllegalArgumentException("too far");
      }
      s = Math.sin(s * x) + x;
      i++;
    }
    return s;
  }

  /** Each value is multiplied by infinity where there are none, and then reaches nothing. */
  @Differentiable
  @Inputs("n in [0, 3]")
  @Inputs("n = 0")
  static double quotientsThatCountForNothing(double x, double y, int n) {
    double share = 1.0 / n;
    double[] means = {x * (1.0 / n), y * share};
    double[] scaled = new double[2];
    for (int i = 0; i < 2; i++) {
      scaled[i] = means[i] * share + Math.fma(y, share, x);
    }
    return n == 0 ? x * y : scaled[0] + means[1] * x;
  }
}
