package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Statements that do not reach the result, some outside the domain of what they compute. */
class DeadValues {
  @Differentiable
  @Inputs("x in [-2, -1]")
  static double logOfNegative(double x) {
    double dead = Math.log(x);
    return x * x;
  }

  @Differentiable
  @Inputs("x in [-2, -1]")
  static double chosenFromLiteral(double x, int n) {
    double[] t = {Math.log(x), x * x, x, Math.exp(x), Math.sqrt(x) * 0 + 1};
    return t[n % 3 == 0 ? 1 : n];
  }

  @Differentiable
  @Inputs(value = "x = 0; k = 1", gradient = {0})
  @Inputs(value = "x = 0; k = 2", gradient = {1})
  static double rootComputedNotChosen(double x, int k) {
    double[] t = {Math.sqrt(x), x * x, x};
    return t[k];
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 2", gradient = {0, 4})
  static double rootInOtherArm(double x, double y) {
    double root = Math.sqrt(x);
    double t = y * y;
    if (x > 0) {
      t += root;
    }
    return t;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 2", gradient = {1, 4})
  @Inputs("x in [0.5, 1]")
  @Inputs("x in [-1, -0.5]")
  static double guardedLog(double x, double y) {
    double t = x > 0 ? Math.log(x) * x : x;
    return t + y * y;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 0", gradient = {0, 0})
  static double guardedQuotient(double x, double y) {
    double r = Math.sqrt(x * x + y * y);
    return r == 0 ? 0 : x / r;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 3", gradient = {Double.POSITIVE_INFINITY, 1})
  static double infinityPoisonsNoOther(double x, double y) {
    return Math.sqrt(x) + y;
  }

  @Differentiable
  @Inputs("x in [-1, -0.5]")
  static double overwrittenBeforeUse(double x) {
    double t = Math.log(x);
    t = x * 2;
    double u = Math.sqrt(x);
    u = t;
    return u * t;
  }

  @Differentiable
  @Inputs("x in [-1, -0.5]")
  static double deadInLoop(double x) {
    double t = x;
    double dead = 0;
    for (int i = 0; i < 4; i++) {
      dead += Math.log(t);
      t = t * x + i;
    }
    return t;
  }

  @Differentiable
  @Inputs("a in [-1, -0.5]")
  static double deadArray(double[] a) {
    double[] logs = new double[a.length];
    double[] squares = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      logs[i] = Math.log(a[i]);
      squares[i] = a[i] * a[i];
    }
    double sum = 0;
    for (double each : squares) sum += each;
    return sum;
  }

  @Differentiable
  @Inputs("a in [-1, -0.5]")
  static double overwrittenElements(double[] a) {
    double[] t = new double[a.length];
    for (int i = 0; i < a.length; i++) t[i] = Math.log(a[i]);
    for (int i = 0; i < a.length; i++) t[i] = a[i];
    return t[0] * t[1] * t[2] + t[3] / t[4];
  }

  @Differentiable
  @Inputs("x in [-1, -0.5]")
  static double deadBranch(double x) {
    double t = x;
    if (x > 0) {
      t = Math.log(x);
    }
    if (x < 0) {
      double dead = Math.sqrt(x);
    }
    return t * t;
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {0})
  static double deadQuotientByZero(double x) {
    double dead = 1 / x;
    double other = dead * 0;
    return x * x;
  }

  @Differentiable
  @Inputs("x in [-1, -0.5]")
  static double deadHelper(double x) {
    logarithm(x);
    return x * x;
  }

  private static double logarithm(double x) {
    return Math.log(x);
  }

  @Differentiable
  static double deadIncrement(double x) {
    double t = x * x;
    return t++;
  }

  @Differentiable
  static double deadStores(double x, double[] a) {
    a[0] = x;
    double t = a[0] * a[1];
    a[1] = t * t;
    a[2] = a[1];
    return t;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 1", gradient = {2, 0})
  static double shortCircuitGuards(double x, double y) {
    if (x != 0 && y / x > 1) {
      return y / x;
    }
    return 2 * x;
  }

  @Differentiable
  @Inputs(value = "x = 3; n = 0", gradient = {1})
  static double powWithZeroTrips(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) t /= n;
    return t;
  }

  @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 3", gradient = {0, 1}, hessian = {0, 0, 0, 0})
  static double notTheMaximum(double x, double y) {
    return Math.max(Math.sqrt(x), y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
  @Inputs(value = "x = 800; y = 3", gradient = {0, 1}, hessian = {0, 0, 0, 0})
  static double infiniteNotTheMinimum(double x, double y) {
    return Math.min(Math.exp(x), y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
  @Inputs("x in [-3, 3]")
  @Inputs(value = "x = 800", gradient = 1, hessian = 0)
  static double softplus(double x) {
    double e = Math.exp(x);
    return x > 700 ? x : Math.log(1 + e);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
  @Inputs(value = "x = 0; y = 3", gradient = {0, 0}, hessian = {0, 0, 0, 0})
  @Inputs("x in [1.2, 3]")
  static double reachesTheFloorOnly(double x, double y) {
    double root = Math.sqrt(x);
    return Math.floor(root) * y + (x > 1 ? root : 0);
  }
}
