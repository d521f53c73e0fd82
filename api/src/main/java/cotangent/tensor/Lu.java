package cotangent.tensor;

import cotangent.Workspace;

/**
 * Factors a square matrix into a permutation, a unit lower and an upper triangle, with the greatest
 * pivot of each column.
 *
 * <p><b>Source.</b> Golub and Van Loan, Matrix Computations, 4th edition, algorithm 3.4.1.
 */
final class Lu {
  private Lu() {}

  /**
   * Puts the factors of a matrix into a workspace, with the order of its rows.
   *
   * @return whether rows were exchanged an odd number of times
   */
  static boolean factor(Workspace workspace, double[] matrix, int n) {
    double[][] rows = rows(workspace, 0, n, n);
    int[] order = workspace.ints(0, n);
    for (int i = 0; i < n; i++) {
      order[i] = i;
      System.arraycopy(matrix, i * n, rows[i], 0, n);
    }
    boolean isOdd = false;
    for (int k = 0; k < n; k++) {
      int pivot = pivot(rows, k, n);
      if (pivot != k) {
        exchange(rows, order, k, pivot);
        isOdd = !isOdd;
      }
      eliminate(rows, k, n);
    }
    return isOdd;
  }

  /** Returns rows that are long enough; they may be longer, and hold what was left in them. */
  private static double[][] rows(Workspace workspace, int slot, int count, int columns) {
    double[][] all = workspace.rows(slot, count);
    for (int i = 0; i < count; i++) {
      if (all[i].length < columns) {
        all[i] = new double[columns];
      }
    }
    return all;
  }

  private static int pivot(double[][] rows, int k, int n) {
    int pivot = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
        pivot = i;
      }
    }
    return pivot;
  }

  private static void exchange(double[][] rows, int[] order, int k, int pivot) {
    double[] row = rows[k];
    rows[k] = rows[pivot];
    rows[pivot] = row;
    int from = order[k];
    order[k] = order[pivot];
    order[pivot] = from;
  }

  private static void eliminate(double[][] rows, int k, int n) {
    double[] upper = rows[k];
    double pivot = upper[k];
    if (pivot == 0) {
      return;
    }
    for (int i = k + 1; i < n; i++) {
      double[] row = rows[i];
      double factor = row[k] / pivot;
      row[k] = factor;
      if (factor != 0) {
        subtract(row, factor, upper, k + 1, n);
      }
    }
  }

  private static void subtract(double[] row, double factor, double[] upper, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] -= factor * upper[j];
    }
  }

  /**
   * Subtracts multiples of rows, four in each pass, in the order in which one by one would be.
   *
   * @param width behind so many columns the others have nothing but zeros
   */
  private static void subtractAll(
      double[] row, double[] factors, double[][] others, int from, int to, int width) {
    int k = from;
    for (; k < to - 3; k += 4) {
      subtractFour(
          row,
          factors[k],
          factors[k + 1],
          factors[k + 2],
          factors[k + 3],
          others[k],
          others[k + 1],
          others[k + 2],
          others[k + 3],
          width);
    }
    for (; k < to; k++) {
      subtract(row, factors[k], others[k], 0, width);
    }
  }

  private static void subtractFour(
      double[] row,
      double f0,
      double f1,
      double f2,
      double f3,
      double[] r0,
      double[] r1,
      double[] r2,
      double[] r3,
      int width) {
    for (int j = 0; j < width; j++) {
      row[j] = row[j] - f0 * r0[j] - f1 * r1[j] - f2 * r2[j] - f3 * r3[j];
    }
  }

  static double determinant(Workspace workspace, double[] matrix, int n) {
    double product = factor(workspace, matrix, n) ? -1 : 1;
    double[][] rows = workspace.rows(0, n);
    for (int k = 0; k < n; k++) {
      product *= rows[k][k];
    }
    return product;
  }

  /** Adds logarithms, so that it is finite where the determinant itself over- or underflows. */
  static double logDeterminant(Workspace workspace, double[] matrix, int n) {
    boolean isNegative = factor(workspace, matrix, n);
    double[][] rows = workspace.rows(0, n);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double pivot = rows[k][k];
      isNegative ^= pivot < 0;
      sum += Math.log(Math.abs(pivot));
    }
    return isNegative && sum != Double.NEGATIVE_INFINITY ? Double.NaN : sum;
  }

  /**
   * Counts the columns up to the last that isn't zero: few at first, where a matrix is inverted.
   */
  private static int width(double[] row, int columns) {
    int width = columns;
    while (width > 0 && row[width - 1] == 0) {
      width--;
    }
    return width;
  }

  private static void requirePivots(String operation, double[][] rows, int n) {
    for (int k = 0; k < n; k++) {
      if (rows[k][k] == 0) {
        throw new ArithmeticException(
            operation + " needs a regular matrix: there is no pivot in column " + k);
      }
    }
  }

  /** Solves for several right-hand sides at once, the columns of a matrix, by its factors. */
  static void solve(
      Workspace workspace, String operation, int n, double[] right, int columns, double[] result) {
    double[][] rows = workspace.rows(0, n);
    int[] order = workspace.ints(0, n);
    requirePivots(operation, rows, n);
    double[][] x = rows(workspace, 1, n, columns);
    int width = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(right, order[i] * columns, x[i], 0, columns);
      subtractAll(x[i], rows[i], x, 0, i, width);
      width = Math.max(width, width(x[i], columns));
    }
    for (int i = n - 1; i >= 0; i--) {
      subtractAll(x[i], rows[i], x, i + 1, n, columns);
      divide(x[i], rows[i][i], columns);
      System.arraycopy(x[i], 0, result, i * columns, columns);
    }
  }

  /**
   * Solves the same with the transpose. It has the same factors, so that where there is a solution
   * there is its derivative: factors of their own might lack a pivot.
   */
  static void solveTransposed(
      Workspace workspace, String operation, int n, double[] right, int columns, double[] result) {
    double[][] rows = workspace.rows(0, n);
    int[] order = workspace.ints(0, n);
    requirePivots(operation, rows, n);
    double[][] x = rows(workspace, 1, n, columns);
    double[] factors = rows(workspace, 2, 1, n)[0];
    int width = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(right, i * columns, x[i], 0, columns);
      takeColumn(rows, i, 0, i, factors);
      subtractAll(x[i], factors, x, 0, i, width);
      divide(x[i], rows[i][i], columns);
      width = Math.max(width, width(x[i], columns));
    }
    for (int i = n - 1; i >= 0; i--) {
      takeColumn(rows, i, i + 1, n, factors);
      subtractAll(x[i], factors, x, i + 1, n, columns);
      System.arraycopy(x[i], 0, result, order[i] * columns, columns);
    }
  }

  private static void takeColumn(double[][] rows, int column, int from, int to, double[] factors) {
    for (int k = from; k < to; k++) {
      factors[k] = rows[k][column];
    }
  }

  private static void divide(double[] row, double by, int columns) {
    for (int j = 0; j < columns; j++) {
      row[j] /= by;
    }
  }
}
