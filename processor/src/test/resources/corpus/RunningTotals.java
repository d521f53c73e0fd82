package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Sums that go into other sums of the same loop, in the round in which they are taken. */
class RunningTotals {
  @Differentiable
  @Inputs("n = 3")
  static double intoAnother(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      b = a + b;
      a = b;
    }
    return b;
  }

  @Differentiable
  @Inputs("n = 4")
  @Inputs("n = 2")
  static double intoItself(double x, int n) {
    double a = x;
    for (int i = 0; i < n; i++) {
      a += n > 3 ? a : 0;
    }
    return a;
  }

  @Differentiable
  @Inputs("n = 5")
  static double behindACondition(double x, double y, int n) {
    double v = x;
    double r = 0;
    for (int i = 0; i < n; i++) {
      boolean warm = i >= 2;
      if (warm) {
        v += y;
      }
      r += warm ? v : 0;
    }
    return r;
  }

  @Differentiable
  @Inputs("n = 5")
  static double byAnotherName(double x, double y, int n) {
    double v = x;
    double r = 0;
    for (int i = 0; i < n; i++) {
      double t = 0;
      if (i >= 2) {
        v += y;
        t = v;
      }
      r += t;
    }
    return r + v;
  }

  @Differentiable
  @Inputs("n = 5")
  static double byTwoOtherNames(double x, double y, int n) {
    double v = x;
    double s = y;
    double q = 0;
    for (int i = 0; i < n; i++) {
      double t = 0;
      double u = 0;
      if (i >= 2) {
        v += y;
        t = v;
        u = v;
      }
      s += t;
      q += u * i;
    }
    return s + q;
  }

  @Differentiable
  @Inputs("n = 4")
  static double untilAFlagIsTaken(double x, double y, int n) {
    double v = x;
    double r = 0;
    boolean has = true;
    for (int i = 0; i < n; i++) {
      if (has) {
        v += y;
      }
      r += has ? v : 0;
      if (i == 1) {
        has = false;
      }
    }
    return r;
  }

  @Differentiable
  static double assignedInAnExpression(double[] z) {
    double v = 0;
    double s = 0;
    for (int i = 0; i < z.length; i++) {
      s += z[i] > 0 ? v += z[i] : 0;
    }
    return s;
  }

  private static final class Total {
    private double total;

    double add(double more) {
      total += more;
      return total;
    }
  }

  @Differentiable
  static double ofAnObject(double[] z) {
    Total total = new Total();
    double s = 0;
    for (double each : z) {
      s += each > 0 ? total.add(each) : 0;
    }
    return s;
  }

  @Differentiable
  @Inputs("n = 4")
  static double takenAway(double x, double y, int n) {
    double v = x;
    double s = y;
    for (int i = 0; i < n; i++) {
      double t = 0;
      if (i >= 1) {
        v -= y;
        t = v;
      }
      s -= t;
    }
    return s;
  }

  @Differentiable
  @Inputs("n = 4")
  static double exchanged(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      double t = a + b;
      a = b;
      b = t;
    }
    return a * b;
  }

  @Differentiable
  @Inputs("a length 5")
  static double ofElements(double[] a, double y) {
    double[] sums = new double[2];
    double s = 0;
    for (double each : a) {
      double t = 0;
      if (each > 0) {
        sums[0] += each * y;
        t = sums[0];
      }
      s += t;
      sums[1] = sums[0] + sums[1];
    }
    return s + sums[1];
  }
}
