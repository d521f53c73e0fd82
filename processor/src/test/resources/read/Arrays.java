import cotangent.Differentiable;

public class Arrays {
  @Differentiable
  static double prefixSums(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] += a[i - 1];
    }
    double s = 1;
    for (double x : a) s *= x + 2;
    return s;
  }

  @Differentiable
  static double insertionSort(double[] a) {
    for (int i = 1; i < a.length; i++) {
      double x = a[i];
      int j = i - 1;
      while (j >= 0 && a[j] > x) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = x;
    }
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * i;
    return s;
  }

  @Differentiable
  static double created(double x, int n) {
    double[] a = new double[5];
    double[][] m = new double[3][2];
    double[][] r = new double[2][];
    int[] k = {1, 2, 3};
    double[] lit = {x, x * 2, 3};
    double[][] nest = {{x}, {1, 2}, lit};
    float[] f = new float[] {1, 2.5f, (float) x};
    r[0] = a;
    r[1] = lit;
    a[2] = m[1][1] = x + n;
    a[k[0]]++;
    --a[3];
    lit[0] *= 3;
    nest[2][1] -= 1;
    k[1] += 2.9;
    k[2] <<= 1;
    boolean[] flags = new boolean[2];
    flags[1] = x > 0;
    char[] chars = {'a', 98};
    chars[0]++;
    long[] longs = {1, n};
    byte[] bytes = {1, 2};
    bytes[1] += 127;
    double s = flags[1] ^ flags[0] ? 1 : 0;
    for (double[] row : nest) for (double v : row) s += v;
    return s + a[2] + a[1] + a[3] + m[1][1] + r[1][0] + k[1] + k[2] + f[2] + chars[0] + longs[1]
        + bytes[1] + nest.length + m[0].length;
  }

  @Differentiable
  static double aliases(double[] a, double x) {
    double[] b = a;
    if (b.length == 0) return 0;
    b[0] = x;
    double[] c = a.clone();
    c[0] = 5;
    b = c;
    b[0] += a[0];
    return a[0] * c[0] + b[0];
  }

  @Differentiable
  static double rows(double[][] a) {
    if (a.length < 2) return 1;
    double[] t = a[0];
    a[0] = a[1];
    a[1] = t;
    for (double[] row : a) {
      for (int j = 0; j < row.length; j++) {
        row[j] = row[j] * 2 + j;
      }
    }
    double[][] shallow = a.clone();
    if (shallow[0].length > 0) shallow[0][0] = 9;
    shallow[1] = new double[] {3};
    double s = 0;
    for (double[] row : shallow) for (double v : row) s += v;
    return s + a[1].length;
  }

  @Differentiable
  static double chosen(double[] a, double[] b, double x) {
    double[] c = x > 0 ? a : b;
    double[] d;
    if (x > 1) {
      d = a;
    } else {
      d = new double[3];
      d[1] = x;
    }
    if (c.length < 2 || d.length < 2) return x;
    c[1] += 1;
    d[0] = c[1] * x;
    return d[0] + a[0] + b[0] + d[1];
  }

  @Differentiable
  static double evaluationOrder(double[] a, int i) {
    i = 0;
    a[i++] = a[i] + i;
    a[i] += i++ * a[i];
    a[i] = a[i - 1] = i = 1;
    return a[0] + a[1] * i;
  }

  @Differentiable
  static double library(double[] a, double x, int n) {
    double[] b = java.util.Arrays.copyOf(a, 4);
    double[] c = java.util.Arrays.copyOfRange(a, 1, a.length + 1);
    java.util.Arrays.fill(b, 1, 3, x);
    int[] k = new int[4];
    java.util.Arrays.fill(k, n);
    System.arraycopy(b, 0, b, 1, 3);
    double s = 0;
    for (double v : b) s = s * 2 + v;
    for (double v : c) s -= v;
    return s + k[2];
  }

  @Differentiable
  static double wrongRange(double[] a, int n) {
    double[] c = java.util.Arrays.copyOfRange(a, 2, n);
    double[] d = java.util.Arrays.copyOf(a, n);
    return c.length + d.length;
  }

  @Differentiable
  static double outOfBounds(double[] a, int i) {
    return a[i] + a[a.length - 1 - i];
  }

  @Differentiable
  static double wrongLength(int n, double x) {
    double[] a = new double[n];
    return a.length;
  }

  @Differentiable
  static double intState(double[] a) {
    int[] count = new int[3];
    for (double x : a) {
      int bin = x < 0 ? 0 : x < 1 ? 1 : 2;
      count[bin]++;
    }
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * count[i % 3];
    return s;
  }

  @Differentiable
  static double cholesky(double[][] m) {
    int n = 3;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++)
        a[i][j] = a[j][i] = (i == j ? 5 : 0) + (i < m.length && j < m[i].length ? m[i][j] * .1 : 0);
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double s = a[i][j];
        for (int k = 0; k < j; k++) {
          s -= l[i][k] * l[j][k];
        }
        if (i == j) {
          if (s <= 0) throw new ArithmeticException("not positive definite");
          l[i][i] = Math.sqrt(s);
        } else {
          l[i][j] = s / l[j][j];
        }
      }
    }
    double logDet = 0;
    for (int i = 0; i < n; i++) logDet += 2 * Math.log(l[i][i]);
    return logDet;
  }

  @Differentiable
  static double threeDimensions(double x) {
    double[][][] t = new double[2][3][];
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < t[i].length; j++) {
        t[i][j] = new double[j + 1];
        for (int k = 0; k < t[i][j].length; k++) {
          t[i][j][k] = x * i + j - k;
        }
      }
    }
    return t[1][2][2] + t[0][1][0] * t[1][0][0];
  }

  static void inPlace(double[] a, double[] out) {
    for (int i = 0; i < a.length && i < out.length; i++) {
      if (a[i] > 2) return;
      out[i] = a[i] * a[i];
    }
  }

  @Differentiable
  static double[] arrayResult(double[] a, double x) {
    double[] r = new double[a.length];
    for (int i = 0; i < r.length; i++) r[i] = a[i] * x;
    if (x < 0) return a;
    return r;
  }

  @Differentiable
  static double nullArrays(double x) {
    double[] a = null;
    double[] b = null;
    if (x > 0) a = new double[] {x};
    return (a == null ? 1 : a[0]) + (b != null ? 1 : 0);
  }
}
