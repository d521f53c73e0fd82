package cotangent.tensor;

import java.util.Arrays;

/**
 * Factors a square matrix into a permutation, a unit lower and an upper triangle, with the greatest
 * pivot of each column.
 *
 * <p><b>Source.</b> Golub and Van Loan, Matrix Computations, 4th edition, algorithm 3.4.1.
 */
final class Lu {
  private final double[][] rows;
  private final int[] order;
  private boolean isOdd;

  private Lu(double[][] rows) {
    this.rows = rows;
    this.order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  static Lu of(double[] matrix, int n) {
    Lu lu = new Lu(rows(matrix, n, n));
    for (int k = 0; k < lu.rows.length; k++) {
      lu.bringUpThePivot(k);
      lu.eliminate(k);
    }
    return lu;
  }

  private static double[][] rows(double[] matrix, int rows, int columns) {
    double[][] all = new double[rows][];
    for (int i = 0; i < rows; i++) {
      all[i] = Arrays.copyOfRange(matrix, i * columns, (i + 1) * columns);
    }
    return all;
  }

  private void bringUpThePivot(int k) {
    int pivot = k;
    for (int i = k + 1; i < rows.length; i++) {
      if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
        pivot = i;
      }
    }
    if (pivot != k) {
      double[] row = rows[k];
      rows[k] = rows[pivot];
      rows[pivot] = row;
      int from = order[k];
      order[k] = order[pivot];
      order[pivot] = from;
      isOdd = !isOdd;
    }
  }

  private void eliminate(int k) {
    double[] upper = rows[k];
    double pivot = upper[k];
    if (pivot == 0) {
      return;
    }
    for (int i = k + 1; i < rows.length; i++) {
      double[] row = rows[i];
      double factor = row[k] / pivot;
      row[k] = factor;
      subtract(row, factor, upper, k + 1, row.length);
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

  double determinant() {
    double product = isOdd ? -1 : 1;
    for (int k = 0; k < rows.length; k++) {
      product *= rows[k][k];
    }
    return product;
  }

  /** Adds logarithms, so that it is finite where the determinant itself over- or underflows. */
  double logDeterminant() {
    boolean isNegative = isOdd;
    double sum = 0;
    for (int k = 0; k < rows.length; k++) {
      double pivot = rows[k][k];
      isNegative ^= pivot < 0;
      sum += Math.log(Math.abs(pivot));
    }
    return isNegative && sum != Double.NEGATIVE_INFINITY ? Double.NaN : sum;
  }

  /**
   * Counts the columns up to the last that isn't zero: few at first, where a matrix is inverted.
   */
  private static int width(double[] row) {
    int width = row.length;
    while (width > 0 && row[width - 1] == 0) {
      width--;
    }
    return width;
  }

  /** Solves for several right-hand sides at once, the columns of a matrix. */
  double[] solve(String operation, double[] right, int columns) {
    for (int k = 0; k < rows.length; k++) {
      if (rows[k][k] == 0) {
        throw new ArithmeticException(
            operation + " needs a regular matrix: there is no pivot in column " + k);
      }
    }
    double[][] b = rows(right, rows.length, columns);
    double[][] x = new double[rows.length][];
    int width = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = b[order[i]];
      subtractAll(x[i], rows[i], x, 0, i, width);
      width = Math.max(width, width(x[i]));
    }
    for (int i = x.length - 1; i >= 0; i--) {
      subtractAll(x[i], rows[i], x, i + 1, x.length, columns);
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] /= rows[i][i];
      }
    }
    double[] all = new double[right.length];
    for (int i = 0; i < x.length; i++) {
      System.arraycopy(x[i], 0, all, i * columns, columns);
    }
    return all;
  }
}
