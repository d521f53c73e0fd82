package cotangent.tensor;

import cotangent.Derivative;
import cotangent.DerivativeOf;

/**
 * The derivatives of {@link Kernels}, which the compiler reads from this source: pullbacks for
 * reverse mode, and for forward mode what is pushed forward. They are made of kernels again, so
 * that they have derivatives themselves.
 *
 * <p><b>Source.</b> M. Giles, An extended collection of matrix derivative results for forward and
 * reverse mode algorithmic differentiation, 2008; for {@code cholesky} S. P. Smith, Differentiation
 * of the Cholesky algorithm, 1995.
 */
final class Pullbacks {
  private Pullbacks() {}

  @SuppressWarnings("ArrayRecordComponent") // it only holds what a pullback gives
  record OfPair(double[] da, double[] db) {}

  @DerivativeOf(owner = Kernels.class, method = "sum")
  static double[] sum(double[] a, double value, double seed) {
    double[] da = new double[a.length];
    for (int i = 0; i < da.length; i++) {
      da[i] = seed;
    }
    return da;
  }

  @DerivativeOf(owner = Kernels.class, method = "sum", derivative = Derivative.JVP)
  static double sumForward(double[] a, double value, double[] ta) {
    return Kernels.sum(ta);
  }

  @DerivativeOf(owner = Kernels.class, method = "dot")
  static OfPair dot(double[] a, double[] b, double value, double seed) {
    return new OfPair(scaled(b, seed), scaled(a, seed));
  }

  @DerivativeOf(owner = Kernels.class, method = "dot", derivative = Derivative.JVP)
  static double dotForward(double[] a, double[] b, double value, double[] ta, double[] tb) {
    return Kernels.dot(ta, b) + Kernels.dot(a, tb);
  }

  private static double[] scaled(double[] a, double factor) {
    double[] scaled = new double[a.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = a[i] * factor;
    }
    return scaled;
  }

  /** At zero there is no derivative: the least of all sub-gradients is taken. */
  @DerivativeOf(owner = Kernels.class, method = "norm")
  static double[] norm(double[] a, double value, double seed) {
    double[] da = new double[a.length];
    if (value != 0) {
      for (int i = 0; i < da.length; i++) {
        da[i] = seed * (a[i] / value);
      }
    }
    return da;
  }

  @DerivativeOf(owner = Kernels.class, method = "norm", derivative = Derivative.JVP)
  static double normForward(double[] a, double value, double[] ta) {
    double tangent = 0;
    if (value != 0) {
      for (int i = 0; i < a.length; i++) {
        tangent += a[i] / value * ta[i];
      }
    }
    return tangent;
  }

  @DerivativeOf(owner = Kernels.class, method = "max")
  static double[] max(double[] a, double value, double seed) {
    return shared(a, value, seed);
  }

  @DerivativeOf(owner = Kernels.class, method = "max", derivative = Derivative.JVP)
  static double maxForward(double[] a, double value, double[] ta) {
    return average(a, value, ta);
  }

  @DerivativeOf(owner = Kernels.class, method = "min")
  static double[] min(double[] a, double value, double seed) {
    return shared(a, value, seed);
  }

  @DerivativeOf(owner = Kernels.class, method = "min", derivative = Derivative.JVP)
  static double minForward(double[] a, double value, double[] ta) {
    return average(a, value, ta);
  }

  /** Shares a seed equally among all elements that are the greatest, or the least. */
  private static double[] shared(double[] a, double value, double seed) {
    if (Double.isNaN(value)) {
      return undefined(a);
    }
    double share = seed / count(a, value);
    double[] da = new double[a.length];
    for (int i = 0; i < da.length; i++) {
      if (a[i] == value) {
        da[i] = share;
      }
    }
    return da;
  }

  private static double average(double[] a, double value, double[] ta) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] == value) {
        sum += ta[i];
      }
    }
    return sum / count(a, value);
  }

  private static int count(double[] a, double value) {
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] == value) {
        count++;
      }
    }
    return count;
  }

  @DerivativeOf(owner = Kernels.class, method = "rowSums")
  static double[] rowSums(double[] a, int rows, int columns, double[] value, double[] seed) {
    double[] da = new double[a.length];
    for (int i = 0; i < rows; i++) {
      double each = seed[i];
      for (int j = 0; j < columns; j++) {
        da[i * columns + j] = each;
      }
    }
    return da;
  }

  @DerivativeOf(owner = Kernels.class, method = "rowSums", derivative = Derivative.JVP)
  static double[] rowSumsForward(double[] a, int rows, int columns, double[] value, double[] ta) {
    return Kernels.rowSums(ta, rows, columns);
  }

  @DerivativeOf(owner = Kernels.class, method = "transposed")
  static double[] transposed(double[] a, int rows, int columns, double[] value, double[] seed) {
    return Kernels.transposed(seed, columns, rows);
  }

  @DerivativeOf(owner = Kernels.class, method = "transposed", derivative = Derivative.JVP)
  static double[] transposedForward(
      double[] a, int rows, int columns, double[] value, double[] ta) {
    return Kernels.transposed(ta, rows, columns);
  }

  @DerivativeOf(owner = Kernels.class, method = "times")
  static OfPair times(
      double[] a, int rows, int columns, double[] x, double[] value, double[] seed) {
    return new OfPair(Kernels.outer(seed, x), Kernels.transposedTimes(a, rows, columns, seed));
  }

  @DerivativeOf(owner = Kernels.class, method = "times", derivative = Derivative.JVP)
  static double[] timesForward(
      double[] a, int rows, int columns, double[] x, double[] value, double[] ta, double[] tx) {
    return plus(Kernels.times(ta, rows, columns, x), Kernels.times(a, rows, columns, tx));
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  @DerivativeOf(owner = Kernels.class, method = "transposedTimes")
  static OfPair transposedTimes(
      double[] a, int rows, int columns, double[] y, double[] value, double[] seed) {
    return new OfPair(Kernels.outer(y, seed), Kernels.times(a, rows, columns, seed));
  }

  @DerivativeOf(owner = Kernels.class, method = "transposedTimes", derivative = Derivative.JVP)
  static double[] transposedTimesForward(
      double[] a, int rows, int columns, double[] y, double[] value, double[] ta, double[] ty) {
    return plus(
        Kernels.transposedTimes(ta, rows, columns, y),
        Kernels.transposedTimes(a, rows, columns, ty));
  }

  @DerivativeOf(owner = Kernels.class, method = "outer")
  static OfPair outer(double[] x, double[] y, double[] value, double[] seed) {
    return new OfPair(
        Kernels.times(seed, x.length, y.length, y),
        Kernels.transposedTimes(seed, x.length, y.length, x));
  }

  @DerivativeOf(owner = Kernels.class, method = "outer", derivative = Derivative.JVP)
  static double[] outerForward(double[] x, double[] y, double[] value, double[] tx, double[] ty) {
    return plus(Kernels.outer(tx, y), Kernels.outer(x, ty));
  }

  @DerivativeOf(owner = Kernels.class, method = "product")
  static OfPair product(
      double[] a,
      int rowsOfA,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int rowsOfB,
      int columnsOfB,
      boolean transposesB,
      double[] value,
      double[] seed) {
    int m = transposesA ? columnsOfA : rowsOfA;
    int n = transposesB ? rowsOfB : columnsOfB;
    double[] da =
        transposesA
            ? Kernels.product(b, rowsOfB, columnsOfB, transposesB, seed, m, n, true)
            : Kernels.product(seed, m, n, false, b, rowsOfB, columnsOfB, !transposesB);
    double[] db =
        transposesB
            ? Kernels.product(seed, m, n, true, a, rowsOfA, columnsOfA, transposesA)
            : Kernels.product(a, rowsOfA, columnsOfA, !transposesA, seed, m, n, false);
    return new OfPair(da, db);
  }

  @DerivativeOf(owner = Kernels.class, method = "product", derivative = Derivative.JVP)
  static double[] productForward(
      double[] a,
      int rowsOfA,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int rowsOfB,
      int columnsOfB,
      boolean transposesB,
      double[] value,
      double[] ta,
      double[] tb) {
    return plus(
        Kernels.product(ta, rowsOfA, columnsOfA, transposesA, b, rowsOfB, columnsOfB, transposesB),
        Kernels.product(a, rowsOfA, columnsOfA, transposesA, tb, rowsOfB, columnsOfB, transposesB));
  }

  @DerivativeOf(owner = Kernels.class, method = "solve")
  static OfPair solve(
      String operation,
      double[] a,
      int n,
      boolean transposes,
      double[] b,
      int columns,
      double[] value,
      double[] seed) {
    double[] db = Kernels.solve(operation, a, n, !transposes, seed, columns);
    double[] da =
        transposes
            ? Kernels.product(value, n, columns, false, db, n, columns, true)
            : Kernels.product(db, n, columns, false, value, n, columns, true);
    return new OfPair(scaled(da, -1), db);
  }

  @DerivativeOf(owner = Kernels.class, method = "solve", derivative = Derivative.JVP)
  static double[] solveForward(
      String operation,
      double[] a,
      int n,
      boolean transposes,
      double[] b,
      int columns,
      double[] value,
      double[] ta,
      double[] tb) {
    double[] moved = Kernels.product(ta, n, n, transposes, value, n, columns, false);
    double[] rest = new double[tb.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = tb[i] - moved[i];
    }
    return Kernels.solve(operation, a, n, transposes, rest, columns);
  }

  /** A singular matrix has no inverse, but the determinant has a derivative there too. */
  @DerivativeOf(owner = Kernels.class, method = "determinant")
  static double[] determinant(double[] a, int n, double value, double seed) {
    return value == 0 ? scaled(cofactors(a, n), seed) : inverse(a, n, seed * value);
  }

  /** Returns the transpose of the inverse, times a number. */
  private static double[] inverse(double[] a, int n, double factor) {
    double[] identity = new double[a.length];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = factor;
    }
    return Kernels.solve("inverse", a, n, true, identity, n);
  }

  private static double[] cofactors(double[] a, int n) {
    double[] all = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sign = (i + j) % 2 == 0 ? 1 : -1;
        all[i * n + j] = sign * Kernels.determinant(without(a, n, i, j), n - 1);
      }
    }
    return all;
  }

  /** Returns a matrix without one row and one column. */
  private static double[] without(double[] a, int n, int row, int column) {
    double[] rest = new double[(n - 1) * (n - 1)];
    for (int i = 0; i < n - 1; i++) {
      for (int j = 0; j < n - 1; j++) {
        int fromRow = i < row ? i : i + 1;
        int fromColumn = j < column ? j : j + 1;
        rest[i * (n - 1) + j] = a[fromRow * n + fromColumn];
      }
    }
    return rest;
  }

  /** Where there is no logarithm, there is no derivative of it. */
  @DerivativeOf(owner = Kernels.class, method = "logDeterminant")
  static double[] logDeterminant(double[] a, int n, double value, double seed) {
    if (value > Double.NEGATIVE_INFINITY) {
      return inverse(a, n, seed);
    }
    return undefined(a);
  }

  /**
   * Goes back through the factorization, in place of the seed; nothing above the diagonal counts.
   */
  @DerivativeOf(owner = Kernels.class, method = "cholesky")
  static double[] cholesky(double[] a, int n, double[] value, double[] seed) {
    double[] da = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        da[i * n + j] = seed[i * n + j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i; j >= 0; j--) {
        double each = da[i * n + j] / (i == j ? 2 * value[i * n + i] : value[j * n + j]);
        if (i != j) {
          da[j * n + j] -= each * value[i * n + j];
        }
        for (int k = 0; k < j; k++) {
          da[i * n + k] -= each * value[j * n + k];
          da[j * n + k] -= each * value[i * n + k];
        }
        da[i * n + j] = each;
      }
    }
    return da;
  }

  @DerivativeOf(owner = Kernels.class, method = "cholesky", derivative = Derivative.JVP)
  static double[] choleskyForward(double[] a, int n, double[] value, double[] ta) {
    double[] tangent = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = ta[i * n + j];
        for (int k = 0; k < j; k++) {
          rest -= tangent[i * n + k] * value[j * n + k] + value[i * n + k] * tangent[j * n + k];
        }
        tangent[i * n + j] =
            i == j
                ? rest / (2 * value[i * n + i])
                : (rest - value[i * n + j] * tangent[j * n + j]) / value[j * n + j];
      }
    }
    return tangent;
  }

  /** Returns what is no number, and has no derivative that is one, whatever moves. */
  private static double[] undefined(double[] a) {
    double none = Double.NaN * Kernels.sum(a);
    double[] da = new double[a.length];
    for (int i = 0; i < da.length; i++) {
      da[i] = none;
    }
    return da;
  }
}
