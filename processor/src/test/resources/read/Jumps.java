import cotangent.Differentiable;

public class Jumps {
  @Differentiable
  static double earlyReturn(double x, double y) {
    if (x > y) return x * y;
    double t = x + y;
    if (t < 0) {
      return t;
    } else if (t < 1) {
      t *= 2;
    } else {
      return y;
    }
    return t - x;
  }

  @Differentiable
  static double returnInArm(double x, int n) {
    double t = x;
    if (n > 0) {
      if (n > 3) {
        return x * n;
      }
      t += 2;
    } else if (n < -1) {
      t = 7;
      if (x > 0) {
        t++;
        return t;
      }
    }
    t *= x;
    return t;
  }

  @Differentiable
  static double breakFirst(double[] a, double limit) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > limit) break;
      s += a[i];
    }
    return s;
  }

  @Differentiable
  static double breakLater(double[] a, double limit) {
    double s = 0;
    int i;
    for (i = 0; i < a.length; i++) {
      double t = a[i] * 2;
      s += t;
      if (s > limit) {
        s -= 1;
        break;
      }
      s *= 1.5;
    }
    return s + i;
  }

  @Differentiable
  static double continues(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] < 0) continue;
      s += a[i];
      if (s > 2) {
        s /= 2;
        continue;
      }
      s += 1;
    }
    for (double x : a) {
      if (x > 1) {
        if (x > 2) continue;
        s += 3;
      }
      s += x;
    }
    return s;
  }

  @Differentiable
  static double endless(double x) {
    double t = Math.abs(x);
    while (true) {
      t = t * 2 + 1;
      if (t > 20) return t * x;
      t += x;
      if (t < -5) {
        t -= 3;
        break;
      }
      x += 1;
    }
    return t;
  }

  @Differentiable
  static double endlessOneWay(double x) {
    int n = 0;
    for (; ; n++) {
      double t = x * n;
      if (t > 3 || n > 6) {
        double u = t + 1;
        return u * n;
      }
      x += 0.25;
    }
  }

  @Differentiable
  static double endlessBreak(double x) {
    int n = 0;
    while (true) {
      x = Math.cos(x) + n;
      n++;
      if (n == 5) break;
      x *= 2;
    }
    return x;
  }

  @Differentiable
  static double returnFromLoop(double[] a, double x) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] > x) {
        return a[i] * i;
      }
      x -= 0.5;
    }
    return x;
  }

  @Differentiable
  static double returnFromNest(double[][] a, double x) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        if (a[i][j] > 1) {
          return a[i][j] * x + i;
        }
        x += a[i][j];
      }
      x *= 0.5;
      if (x > 3) return x;
    }
    return -x;
  }

  @Differentiable
  static double returnFromElements(double[] a) {
    double s = 1;
    for (double x : a) {
      s += x;
      if (s < 0) return s;
    }
    for (double x : a) {
      return s + x;
    }
    return 2 * s;
  }

  @Differentiable
  static double labels(double[][] a) {
    double s = 0;
    outer:
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        if (a[i][j] < -0.5) continue outer;
        if (a[i][j] > 2) break outer;
        s += a[i][j] * j;
      }
      s += 1;
    }
    return s;
  }

  @Differentiable
  static double labelledBlock(double x, double y) {
    double t = x;
    done:
    {
      if (x > y) break done;
      t = y * 2;
      if (t > 3) {
        t -= x;
        break done;
      }
      t++;
    }
    return t;
  }

  @Differentiable
  static double labelledWhile(double x) {
    int n = 0;
    again:
    while (n < 6) {
      n++;
      double t = x * n;
      do {
        t -= 1;
        if (t > 4) continue again;
        if (t < -3) break again;
      } while (t > 0);
      x += t;
    }
    return x * n;
  }

  @Differentiable
  static double everywhere(double[] a, double x) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 2) return s;
      if (a[i] > 1.5) break;
      if (a[i] < -1) continue;
      s += a[i] * x;
      if (s > 4) {
        s = 4;
        if (x > 0) return s * x;
        break;
      }
      while (s > 1) {
        s -= 0.7;
        if (s < 1.2) break;
        if (x < -1) return x;
      }
    }
    return s + 1;
  }

  @Differentiable
  static double continueInWhile(double x) {
    int n = 0;
    double s = 0;
    while (n < 8) {
      n++;
      if (n % 2 == 0) continue;
      s += x * n;
    }
    do {
      n--;
      if (n % 3 == 0) continue;
      s -= x / n;
    } while (n > 2);
    return s;
  }

  @Differentiable
  static double infinite(double x, int n) {
    while (true) {
      n++;
      if (n > 9) throw new IllegalStateException("too many");
      x += n;
      if (x > 20) return x;
    }
  }

  @Differentiable
  static double thrownAtTheEnd(double x) {
    if (x > 0) {
      return x;
    }
    throw new ArithmeticException("no");
  }

  @Differentiable
  static double bothThrow(double x) {
    if (x > 10) {
      return x;
    } else if (x > 0) {
      throw new ArithmeticException("a");
    } else {
      throw new IllegalArgumentException("b");
    }
  }

  @Differentiable
  static double bisection(double lo, double hi) {
    lo = -2;
    hi = Math.abs(hi) + 2;
    int n = 0;
    while (hi - lo > 1e-3) {
      double mid = (lo + hi) / 2;
      double f = mid * mid * mid - 2;
      if (f == 0) return mid;
      if (f > 0) {
        hi = mid;
      } else {
        lo = mid;
      }
      if (++n > 100) break;
    }
    return (lo + hi) / 2;
  }

  @Differentiable
  static double flagsOfTheUser(double[] a) {
    boolean found = false;
    double s = 0;
    for (int i = 0; i < a.length && !found; i++) {
      if (a[i] > 1) {
        found = true;
      } else {
        s += a[i];
      }
    }
    return found ? s : -s;
  }

  @Differentiable
  static double breakOuterFromThree(double[] a) {
    double s = 0;
    all:
    for (double x : a) {
      for (double y : a) {
        for (double z : a) {
          s += x * y * z;
          if (s > 6) break all;
          if (s < -6) return s;
          if (z > 1.5) break;
        }
        if (y > x) continue all;
      }
    }
    return s;
  }
}
