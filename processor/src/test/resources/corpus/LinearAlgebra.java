package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;

/** Programs of linear algebra, as users write them. */
class LinearAlgebra {
  private static int decompose(double[][] a, int[] permutation) {
    int n = a.length;
    int sign = 1;
    for (int i = 0; i < n; i++) permutation[i] = i;
    for (int k = 0; k < n; k++) {
      int p = k;
      for (int i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[p][k])) p = i;
      if (a[p][k] == 0) throw new ArithmeticException("singular");
      if (p != k) {
        double[] row = a[k];
        a[k] = a[p];
        a[p] = row;
        int t = permutation[k];
        permutation[k] = permutation[p];
        permutation[p] = t;
        sign = -sign;
      }
      for (int i = k + 1; i < n; i++) {
        a[i][k] /= a[k][k];
        for (int j = k + 1; j < n; j++) a[i][j] -= a[i][k] * a[k][j];
      }
    }
    return sign;
  }

  private static double[] solve(double[][] lu, int[] permutation, double[] b) {
    int n = b.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[permutation[i]];
      for (int j = 0; j < i; j++) sum -= lu[i][j] * x[j];
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; --i) {
      for (int j = i + 1; j < n; j++) x[i] -= lu[i][j] * x[j];
      x[i] /= lu[i][i];
    }
    return x;
  }

  @Differentiable
  @Inputs("a = {{0.3, 1.2, -0.4}, {2.1, 0.5, 0.7}, {-1.1, 0.9, 1.6}}; b length 3")
  static double solvedWithRowSwaps(double[][] a, double[] b) {
    double[][] lu = new double[a.length][];
    for (int i = 0; i < a.length; i++) lu[i] = Arrays.copyOf(a[i], a[i].length);
    int[] permutation = new int[b.length];
    int sign = decompose(lu, permutation);
    double sum = sign;
    for (double x : solve(lu, permutation, b)) sum += x * x;
    return sum;
  }

  @Differentiable
  @Inputs("a = {{0.3, 1.2, -0.4}, {2.1, 0.5, 0.7}, {-1.1, 0.9, 1.6}}")
  @Inputs(value = "a = {{0, 1}, {0, 2}}", fails = ArithmeticException.class)
  static double determinantOfWhatIsDestroyed(double[][] a) {
    double determinant = decompose(a, new int[a.length]);
    for (int i = 0; i < a.length; i++) determinant *= a[i][i];
    return determinant;
  }

  @Differentiable
  @Inputs("a = {{1, 0.4}, {0.7, -1.2}, {-0.3, 0.8}, {0.5, 1.1}}; b length 4")
  static double leastSquaresByHouseholder(double[][] a, double[] b) {
    int m = a.length;
    int n = a[0].length;
    for (int k = 0; k < n; k++) {
      double norm = 0;
      for (int i = k; i < m; i++) norm = Math.hypot(norm, a[i][k]);
      if (a[k][k] > 0) norm = -norm;
      double[] v = new double[m];
      double vv = 0;
      for (int i = k; i < m; i++) v[i] = a[i][k];
      v[k] -= norm;
      for (int i = k; i < m; i++) vv += v[i] * v[i];
      for (int j = k; j <= n; j++) {
        double d = 0;
        for (int i = k; i < m; i++) d += v[i] * (j < n ? a[i][j] : b[i]);
        d = 2 * d / vv;
        for (int i = k; i < m; i++) {
          if (j < n) a[i][j] -= d * v[i];
          else b[i] -= d * v[i];
        }
      }
    }
    double residual = 0;
    for (int i = n; i < m; i++) residual += b[i] * b[i];
    return residual + b[0] / a[0][0];
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double aik = a[i][k];
        for (int j = 0; j < b[0].length; j++) c[i][j] += aik * b[k][j];
      }
    }
    return c;
  }

  @Differentiable
  @Inputs("a = {{0.3, 1.2}, {-0.8, 0.5}}; t in [1.2, 1.9]")
  static double matrixExponential(double[][] a, double t) {
    double norm = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double each : row) sum += Math.abs(t * each);
      norm = Math.max(norm, sum);
    }
    int squarings = Math.max(0, Math.getExponent(norm) + 1);
    double scale = Math.scalb(t, -squarings);
    double[][] result = {{1, 0}, {0, 1}};
    double[][] term = {{1, 0}, {0, 1}};
    for (int k = 1; k <= 9; k++) {
      term = times(term, a);
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) result[i][j] += term[i][j] *= scale / k;
      }
    }
    for (; squarings > 0; squarings--) result = times(result, result);
    return result[0][1] + result[1][0] * result[0][0];
  }

  @Differentiable
  @Inputs("a in [-1, 1]; b length 3")
  static double gaussSeidel(double[][] a, double[] b) {
    int n = b.length;
    double[] x = new double[n];
    double change;
    int sweeps = 0;
    do {
      change = 0;
      for (int i = 0; i < n; i++) {
        double old = x[i];
        double sum = b[i];
        for (int j = 0; j < n; j++) if (j != i) sum -= a[i][j] * x[j];
        x[i] = sum / (a[i][i] + 6);
        change = Math.max(change, Math.abs(x[i] - old));
      }
    } while (change > 1e-2 && ++sweeps < 3);
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double gramSchmidt(double[][] v) {
    int n = v.length;
    double[][] r = new double[n][];
    for (int i = 0; i < n; i++) {
      r[i] = new double[i + 1];
      v[i][i] += 3;
      for (int j = 0; j < i; j++) {
        for (int k = 0; k < n; k++) r[i][j] += v[i][k] * v[j][k];
        for (int k = 0; k < n; k++) v[i][k] -= r[i][j] * v[j][k];
      }
      double square = 0;
      for (double each : v[i]) square += each * each;
      double norm = r[i][i] = Math.sqrt(square);
      for (int k = 0; k < n; k++) v[i][k] /= norm;
    }
    double sum = 1;
    for (double[] row : r) {
      for (double each : row) sum += each * each;
      sum *= row[row.length - 1];
    }
    return sum;
  }

  @Differentiable
  @Inputs(
      "weights length 6; weights in [0.5, 2]; columns = {0, 2, 1, 3, 3, 1};"
          + " starts = {0, 2, 2, 4, 6}; damping in [0.5, 0.9]")
  static double pageRank(double[] weights, int[] columns, int[] starts, double damping) {
    int n = starts.length - 1;
    double[] rank = new double[n];
    double[] next = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int step = 0; step < 4; step++) {
      Arrays.fill(next, (1 - damping) / n);
      for (int i = 0; i < n; i++) {
        double total = 0;
        for (int k = starts[i]; k < starts[i + 1]; k++) total += weights[k];
        if (total == 0) continue;
        for (int k = starts[i]; k < starts[i + 1]; k++) {
          next[columns[k]] += damping * rank[i] * weights[k] / total;
        }
      }
      double[] t = rank;
      rank = next;
      next = t;
    }
    double entropy = 0;
    for (double each : rank) entropy -= each * Math.log(each);
    return entropy;
  }
}
