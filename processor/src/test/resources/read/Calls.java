import static java.lang.Math.max;
import static java.lang.Math.sin;

import cotangent.Differentiable;
import java.util.List;

public class Calls {
  private static final double[] TABLE = {1, 2.5, -3};
  private static final double SCALE = Math.sqrt(2);
  private static int[] sizes = {1, 2};

  static double square(double x) {
    return x * x;
  }

  private static double clamp(double x, double lo, double hi) {
    if (x < lo) return lo;
    if (x > hi) {
      return hi;
    }
    return x;
  }

  private static void fill(double[] a, double x) {
    if (a.length == 0) return;
    for (int i = 0; i < a.length; i++) {
      if (i > 3) return;
      a[i] = x * i;
    }
    x = 0;
  }

  static double pick(int i, double x) {
    return i + x;
  }

  static double pick(long i, double x) {
    return i - x;
  }

  static double pick(double i, double x) {
    return i * x;
  }

  static double total(double... all) {
    double s = 0;
    for (double x : all) s += x;
    return s;
  }

  static <T> T first(T a, T b) {
    return a;
  }

  static double firstOf(double[] a, int n) {
    for (double x : a) {
      if (x > n) return x;
    }
    return n;
  }

  @Differentiable
  static double helpers(double x, double y) {
    double t = square(x) + Calls.square(y);
    x = clamp(t, -1, square(2)) + clamp(y, x, 3);
    return square(square(x));
  }

  @Differentiable
  static double voidHelper(double[] a, double x) {
    fill(a, x);
    double[] b = new double[3];
    fill(b, x + 1);
    return a.length > 2 ? a[2] + b[1] : b[2] + x;
  }

  @Differentiable
  static double overloads(double x, int i, long l, short s) {
    return pick(i, x) + pick(l, x) + pick(x, x) + pick(s, x) + pick(2f, x);
  }

  @Differentiable
  static double variadic(double x, double[] a) {
    return total() + total(x) + total(x, 2, x * 3) + total(a);
  }

  @Differentiable
  static double generics(double x, String s) {
    String t = first(s, "b");
    return x * t.length() + first(x, 2.0);
  }

  @Differentiable
  static double staticImports(double x) {
    return sin(x) + max(x, 1);
  }

  @Differentiable
  static double earlyReturnsInHelpers(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += firstOf(a, i) * firstOf(b, i + 1);
      if (firstOf(b, 0) > s) break;
    }
    return s;
  }

  @Differentiable
  static double fields(double x) {
    double s = 0;
    for (int i = 0; i < TABLE.length; i++) s += TABLE[i] * x;
    return s * SCALE + sizes[1];
  }

  @Differentiable
  static double opaque(double x, String s, List<Integer> list, Integer boxed) {
    int k = s.length() + list.size() + list.get(1);
    if (s.isEmpty() || s.equals("sum") && s.charAt(0) == 's') k++;
    String t = s + k;
    double parsed = Double.parseDouble("1." + k);
    return x * k + t.hashCode() % 7 + boxed + parsed + Integer.parseInt("12") + depth(3);
  }

  @Differentiable
  static double iterables(double x, List<Integer> list) {
    double s = 0;
    for (int i : list) s += i * x;
    for (Integer i : list) {
      if (i > 2) continue;
      s *= i;
    }
    for (Integer i : list) {
      if (i == 3) break;
      s -= x;
    }
    for (Object o : new java.util.TreeSet<>(list)) s += o.hashCode() / x;
    Iterable<Integer> some = list;
    for (var i : some) {
      if (i == 2) return s;
      s += i;
    }
    return s;
  }

  @Differentiable
  static double boxing(double x, int n) {
    Object[] all = {n, "a", 2.5};
    String s = String.format("%d %s", n, all[1]);
    if (x > 2) throw new IllegalArgumentException(String.format("%s %d", s, n));
    Object o = n;
    return x * s.length() + o.hashCode() + Integer.valueOf(n).hashCode();
  }

  private static int depth(int n) {
    return n <= 0 ? 0 : 1 + depth(n - 1);
  }

  static double power(double x, int n) {
    if (n <= 0) return 1;
    double half = power(x, n / 2);
    return n % 2 == 0 ? half * half : half * half * x;
  }

  @Differentiable
  static double recursion(double x, int n) {
    return power(x, n) + power(x + 1, 3);
  }

  @Differentiable
  static double selfRecursion(double x, int n) {
    if (n <= 0) return x;
    return selfRecursion(x * 0.5, n - 1) + selfRecursion(x + 1, n - 2);
  }

  static double even(double x, int n) {
    return n == 0 ? x : odd(x * 2, n - 1) + 1;
  }

  static double odd(double x, int n) {
    return n == 0 ? -x : even(x + 3, n - 1);
  }

  @Differentiable
  static double mutual(double x, int n) {
    return even(x, Math.abs(n));
  }

  private static double minor(double[][] a, boolean[] used, int row) {
    if (row == a.length) return 1;
    double sum = 0;
    int sign = 1;
    for (int j = 0; j < a.length; j++) {
      if (used[j]) continue;
      used[j] = true;
      sum += sign * a[row][j] * minor(a, used, row + 1);
      used[j] = false;
      sign = -sign;
    }
    return sum;
  }

  @Differentiable
  static double determinant(double[][] m) {
    double[][] a = new double[3][3];
    for (int i = 0; i < 3 && i < m.length; i++) {
      for (int j = 0; j < 3 && j < m[i].length; j++) a[i][j] = m[i][j];
    }
    return minor(a, new boolean[3], 0);
  }

  private static void scale(double[] a, int from, double x) {
    if (from >= a.length) return;
    a[from] *= x;
    scale(a, from + 1, x * 2);
  }

  @Differentiable
  static double recursiveVoid(double[] a, double x) {
    scale(a, 0, x);
    return total(a) + tableTotal(2);
  }

  private static double tableTotal(int n) {
    return n < 0 ? 0 : TABLE[n] + tableTotal(n - 1);
  }

  @Differentiable
  static double tree(double[] w, double x) {
    int[] left = {1, 3, -1, -1};
    int[] right = {2, -1, -1, -1};
    return node(0, left, right, w, x);
  }

  private static double node(int i, int[] left, int[] right, double[] w, double x) {
    if (i < 0) return x;
    double own = i < w.length ? w[i] : 0.5;
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      sum += node(k == 0 ? left[i] : right[i], left, right, w, x * own);
    }
    return Math.tanh(own + sum);
  }

  static double fail(double x) {
    throw new IllegalArgumentException("failed at " + x);
  }

  @Differentiable
  static double failing(double x) {
    double y = x > 1 ? fail(x) : x * 2;
    if (x < -1) {
      fail(y);
    }
    return y;
  }

  static double big(double x, double[] a) {
    double y = x;
    y = y * 0.99 + Math.sin(x * 1) * y;
    y = y * 0.99 + Math.sin(x * 2) * y;
    y = y * 0.99 + Math.sin(x * 3) * y;
    y = y * 0.99 + Math.sin(x * 4) * y;
    y = y * 0.99 + Math.sin(x * 5) * y;
    y = y * 0.99 + Math.sin(x * 6) * y;
    y = y * 0.99 + Math.sin(x * 7) * y;
    y = y * 0.99 + Math.sin(x * 8) * y;
    y = y * 0.99 + Math.sin(x * 9) * y;
    y = y * 0.99 + Math.sin(x * 10) * y;
    y = y * 0.99 + Math.sin(x * 11) * y;
    y = y * 0.99 + Math.sin(x * 12) * y;
    y = y * 0.99 + Math.sin(x * 13) * y;
    y = y * 0.99 + Math.sin(x * 14) * y;
    y = y * 0.99 + Math.sin(x * 15) * y;
    y = y * 0.99 + Math.sin(x * 16) * y;
    y = y * 0.99 + Math.sin(x * 17) * y;
    y = y * 0.99 + Math.sin(x * 18) * y;
    y = y * 0.99 + Math.sin(x * 19) * y;
    y = y * 0.99 + Math.sin(x * 20) * y;
    y = y * 0.99 + Math.sin(x * 21) * y;
    y = y * 0.99 + Math.sin(x * 22) * y;
    y = y * 0.99 + Math.sin(x * 23) * y;
    y = y * 0.99 + Math.sin(x * 24) * y;
    y = y * 0.99 + Math.sin(x * 25) * y;
    y = y * 0.99 + Math.sin(x * 26) * y;
    y = y * 0.99 + Math.sin(x * 27) * y;
    y = y * 0.99 + Math.sin(x * 28) * y;
    y = y * 0.99 + Math.sin(x * 29) * y;
    y = y * 0.99 + Math.sin(x * 30) * y;
    y = y * 0.99 + Math.sin(x * 31) * y;
    y = y * 0.99 + Math.sin(x * 32) * y;
    y = y * 0.99 + Math.sin(x * 33) * y;
    y = y * 0.99 + Math.sin(x * 34) * y;
    y = y * 0.99 + Math.sin(x * 35) * y;
    y = y * 0.99 + Math.sin(x * 36) * y;
    y = y * 0.99 + Math.sin(x * 37) * y;
    y = y * 0.99 + Math.sin(x * 38) * y;
    y = y * 0.99 + Math.sin(x * 39) * y;
    y = y * 0.99 + Math.sin(x * 40) * y;
    y = y * 0.99 + Math.sin(x * 41) * y;
    y = y * 0.99 + Math.sin(x * 42) * y;
    y = y * 0.99 + Math.sin(x * 43) * y;
    y = y * 0.99 + Math.sin(x * 44) * y;
    y = y * 0.99 + Math.sin(x * 45) * y;
    y = y * 0.99 + Math.sin(x * 46) * y;
    y = y * 0.99 + Math.sin(x * 47) * y;
    y = y * 0.99 + Math.sin(x * 48) * y;
    y = y * 0.99 + Math.sin(x * 49) * y;
    y = y * 0.99 + Math.sin(x * 50) * y;
    y = y * 0.99 + Math.sin(x * 51) * y;
    y = y * 0.99 + Math.sin(x * 52) * y;
    y = y * 0.99 + Math.sin(x * 53) * y;
    y = y * 0.99 + Math.sin(x * 54) * y;
    y = y * 0.99 + Math.sin(x * 55) * y;
    y = y * 0.99 + Math.sin(x * 56) * y;
    y = y * 0.99 + Math.sin(x * 57) * y;
    y = y * 0.99 + Math.sin(x * 58) * y;
    y = y * 0.99 + Math.sin(x * 59) * y;
    y = y * 0.99 + Math.sin(x * 60) * y;
    y = y * 0.99 + Math.sin(x * 61) * y;
    y = y * 0.99 + Math.sin(x * 62) * y;
    y = y * 0.99 + Math.sin(x * 63) * y;
    y = y * 0.99 + Math.sin(x * 64) * y;
    y = y * 0.99 + Math.sin(x * 65) * y;
    y = y * 0.99 + Math.sin(x * 66) * y;
    y = y * 0.99 + Math.sin(x * 67) * y;
    y = y * 0.99 + Math.sin(x * 68) * y;
    y = y * 0.99 + Math.sin(x * 69) * y;
    a[0] += y;
    return y;
  }

  @Differentiable
  static double bigHelpers(double x) {
    double[] a = new double[1];
    double s = big(x, a) + big(x + 1, a) + big(2, a) - big(x * x, a);
    for (int i = 0; i < 3; i++) s += big(s / 100, a) * big(i, a);
    return s + a[0];
  }

  static class Other {
    static double twice(double x) {
      return 2 * x + Deeper.OFFSET;
    }

    static class Deeper {
      static final double OFFSET = 0.25;

      private static double half(double x) {
        return x / 2;
      }
    }
  }

  @Differentiable
  static double otherClasses(double x) {
    return Other.twice(x) + Calls.Other.Deeper.half(x);
  }

  @Differentiable
  static double shadowing(double TABLE, double x) {
    double SCALE = TABLE + x;
    return SCALE * square(TABLE);
  }

  @Differentiable
  static double rowsFromHelpers(double x) {
    double[][] m = rotation(x);
    double[] v = times(m, new double[] {1, 2});
    return v[0] * v[1];
  }

  static double[][] rotation(double x) {
    return new double[][] {{Math.cos(x), -Math.sin(x)}, {Math.sin(x), Math.cos(x)}};
  }

  static double[] times(double[][] m, double[] v) {
    double[] r = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < v.length; j++) r[i] += m[i][j] * v[j];
    }
    return r;
  }

  static class Well {
    final double depth;
    private final double[] widths;
    final int n;

    Well(double depth, double[] widths, int n) {
      this.depth = depth;
      this.widths = widths;
      this.n = n;
    }

    @Override
    public String toString() {
      return depth + " " + java.util.Arrays.toString(widths) + n;
    }

    private double weight(int i) {
      return i < widths.length ? widths[i] : n;
    }

    double half(double x) {
      return x / 2 + twice(n);
    }

    int twice(int k) {
      return 2 * k;
    }

    @Differentiable
    double overridable(double x, Well other) {
      return half(x) + this.half(depth) * other.half(1);
    }

    @Differentiable
    double energy(double x) {
      double s = depth * x;
      for (int i = 0; i < 3; i++) {
        s += weight(i) * x;
      }
      return s + this.n;
    }
  }
}
