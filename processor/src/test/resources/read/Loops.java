import cotangent.Differentiable;

public class Loops {
  @Differentiable
  static double sum(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i];
    }
    return s;
  }

  @Differentiable
  static double enhanced(double[] a, int[] k) {
    double s = 0;
    for (double x : a) s += x * x;
    for (int i : k) {
      s *= 1 + i;
    }
    for (var v : a) s -= v;
    return s;
  }

  @Differentiable
  static double down(double[] a) {
    double s = 1;
    for (int i = a.length - 1; i >= 0; i--) {
      s = s * a[i] + i;
    }
    for (int i = a.length; i > 0; --i) {
      s -= a[i - 1];
    }
    return s;
  }

  @Differentiable
  static double strides(double[] a, double x) {
    double s = 0;
    for (int i = 0; i < a.length; i += 2) s += a[i];
    for (int i = 1; i <= 7; i = i + 3) s += i * x;
    for (int i = 9; i > 0; i -= 4) s -= i / x;
    for (int i = 5; 0 <= i; i = -2 + i) s *= 0.5 + i;
    return s;
  }

  @Differentiable
  static double activeInit(double x) {
    double s = 0;
    for (double t = x; t < 5; t += 1 + x * x) {
      s += t * x;
    }
    return s;
  }

  @Differentiable
  static double activeEverything(double x, double y) {
    double s = 1;
    for (double t = x * y, u = y; t < 4 && (s += t) < 100; t = t * t + 1 + (u -= x)) {
      s += t * u;
    }
    return s;
  }

  @Differentiable
  static double twoIndices(double[] a) {
    double s = 0;
    for (int i = 0, j = a.length - 1; i < j; i++, j--) {
      s += a[i] * a[j];
    }
    return s;
  }

  @Differentiable
  static double extraUpdates(double[] a, double x) {
    double s = 0;
    for (int i = 0, k = 5; i < a.length; k += i, i++, s += k * x) {
      if (i == 1) continue;
      s += a[i] * k;
    }
    return s;
  }

  @Differentiable
  static double indexOutlives(double[] a, double x) {
    int i;
    double s = 0;
    for (i = 0; i < a.length; i++) s += a[i];
    s += i;
    for (i = 4; i > a.length; i--) s *= x;
    return s * i;
  }

  @Differentiable
  static double indexAssigned(double x, int n) {
    double s = 0;
    for (int i = 0; i < 10; i++) {
      s += x * i;
      if (s > 3) i += 2;
    }
    for (int i = 0; i < n; ++i) {
      n--;
      s += x;
    }
    return s;
  }

  @Differentiable
  static double changingBound(int[] k, double x) {
    double s = 0;
    if (k.length < 2) return x;
    k[1] = 3;
    for (int i = 0; i < k[1]; i++) {
      s += x;
      if (i == 1) k[1] = 5;
    }
    for (int i = 0; i < k[0] + k[1]; i++) {
      s *= 0.9;
    }
    return s;
  }

  @Differentiable
  static double rowBound(double[][] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        s += a[i][j] * (i + 1);
        a[i][j] = s;
      }
    }
    return s;
  }

  @Differentiable
  static double rowsReplaced(double[][] a, double x) {
    double s = 0;
    if (a.length < 2) return x;
    for (int j = 0; j < a[0].length; j++) {
      s += a[0][j];
      if (j == 1) a[0] = new double[] {x, s, 3, 4, 5, 6};
    }
    return s;
  }

  @Differentiable
  static double zeroTrips(double x) {
    double s = x;
    for (int i = 5; i < 3; i++) s *= 2;
    for (int i = 3; i <= 2; i++) s *= 2;
    while (s < -100) s = 0;
    return s;
  }

  @Differentiable
  static double whileLoop(double x) {
    double t = Math.abs(x) + 1;
    int n = 0;
    while (t < 50) {
      t = t * t + 0.5;
      n++;
    }
    return t / n;
  }

  @Differentiable
  static double doLoop(double x) {
    double t = x;
    int n = 0;
    do {
      t = Math.cos(t) * x;
      n++;
    } while (Math.abs(t) > 0.1 && n < 8);
    return t * n;
  }

  @Differentiable
  static double doOnce(double x) {
    do {
      x *= 3;
    } while (false);
    return x;
  }

  @Differentiable
  static double definitelyAssigned(double x, int n) {
    double t;
    int k = 0;
    do {
      t = x * k;
      k++;
    } while (k < n);
    double u;
    while (true) {
      u = t + k;
      if (k > 3) break;
      k++;
    }
    double v;
    for (; ; ) {
      k++;
      if (k > 10) {
        v = x;
        break;
      } else if (k > 8 && t > 1) {
        v = u;
        break;
      }
    }
    return t * u + v;
  }

  @Differentiable
  static double nested(double[][] a, double[] v) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      double r = 0;
      for (int j = 0; j < a[i].length && j < v.length; j++) {
        r += a[i][j] * v[j];
      }
      s += r * r;
    }
    return s;
  }

  @Differentiable
  static double triangular(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++)
      for (int j = 0; j <= i; j++)
        for (int k = i; k > j; k--) s += a[i] * a[j] - a[k];
    return s;
  }

  @Differentiable
  static double overwrittenInNest(double x) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        double t = y * x;
        y = Math.sin(t) + y;
        x = x * 0.9 + j;
      }
      y -= x;
    }
    return x * y;
  }

  @Differentiable
  static double fibonacci(double x, int n) {
    double a = x, b = 1;
    for (int i = 0; i < n; i++) {
      double t = a + b;
      a = b;
      b = t;
    }
    return b;
  }

  @Differentiable
  static double swapped(double a, double b) {
    for (int i = 0; i < 3; i++) {
      double t = a;
      a = b;
      b = t * 2;
    }
    return a - b;
  }

  @Differentiable
  static double longIndex(double x, long n) {
    double s = 0;
    for (long i = 0; i < Math.min(Math.abs(n), 9); i++) s += x * i;
    for (byte b = 0; b < 5; b++) s -= b;
    for (int i = 0; i < 4.5; i++) s += i * x;
    for (int i = 0; i < 3L; i++) s += i / x;
    for (char c = 'a'; c <= 'e'; c++) s += c;
    return s;
  }

  @Differentiable
  static double toMaximum(double x) {
    double s = 0;
    for (int i = Integer.MAX_VALUE - 2; i <= Integer.MAX_VALUE; i++) {
      s += x;
      if (i == Integer.MAX_VALUE) break;
    }
    return s;
  }

  @Differentiable
  static double newton(double a, double x) {
    x = Math.abs(x) + 1;
    for (int i = 0; i < 30; i++) {
      double f = x * x - Math.abs(a);
      double step = f / (2 * x);
      x -= step;
      if (Math.abs(step) < 1e-9) break;
    }
    return x;
  }

  @Differentiable
  static double conditionAssigns(double x) {
    double y;
    int n = 0;
    while ((y = x / 2) > 0.01 & n++ < 20) {
      x = y;
    }
    return x + y + n;
  }

  @Differentiable
  static double throwing(double[] a) {
    double s = 0;
    for (double x : a) {
      if (x < -1) {
        throw new IllegalArgumentException("negative " + x);
      }
      s += Math.sqrt(x + 2);
    }
    for (int i = 0; i < a.length; i++) {
      throw new IllegalStateException("i " + i);
    }
    return s;
  }
}
