package cotangent.tensor;

/**
 * Factors a symmetric positive definite matrix into a lower triangle and its transpose, of which it
 * reads the lower half only. Column by column, so that what is left of four rows is computed side
 * by side: each is subtracted in order, as one alone would be.
 *
 * <p><b>Source.</b> Golub and Van Loan, Matrix Computations, 4th edition, section 4.2.
 */
final class Cholesky {
  private Cholesky() {}

  /**
   * Puts the lower triangle into an array.
   *
   * @param root what is overwritten
   */
  static void factor(double[] a, int n, double[] root) {
    for (int j = 0; j < n; j++) {
      double pivot = Math.sqrt(positive(rest(a, n, root, j, j), j));
      root[j * n + j] = pivot;
      int i = j + 1;
      for (; i + 3 < n; i += 4) {
        fourRows(a, n, root, i, j, pivot);
      }
      for (; i < n; i++) {
        root[i * n + j] = rest(a, n, root, i, j) / pivot;
      }
      for (int k = j + 1; k < n; k++) {
        root[j * n + k] = 0;
      }
    }
  }

  /** Returns an element without what the columns before it make up. */
  private static double rest(double[] a, int n, double[] root, int i, int j) {
    double rest = a[i * n + j];
    for (int k = 0; k < j; k++) {
      rest -= root[i * n + k] * root[j * n + k];
    }
    return rest;
  }

  private static void fourRows(double[] a, int n, double[] root, int i, int j, double pivot) {
    int first = i * n;
    int second = first + n;
    int third = second + n;
    int fourth = third + n;
    double rest1 = a[first + j];
    double rest2 = a[second + j];
    double rest3 = a[third + j];
    double rest4 = a[fourth + j];
    for (int k = 0; k < j; k++) {
      double factor = root[j * n + k];
      rest1 -= root[first + k] * factor;
      rest2 -= root[second + k] * factor;
      rest3 -= root[third + k] * factor;
      rest4 -= root[fourth + k] * factor;
    }
    root[first + j] = rest1 / pivot;
    root[second + j] = rest2 / pivot;
    root[third + j] = rest3 / pivot;
    root[fourth + j] = rest4 / pivot;
  }

  private static double positive(double pivot, int at) {
    if (!(pivot > 0)) {
      throw new ArithmeticException(
          "cholesky needs a positive definite matrix: pivot " + at + " is " + pivot);
    }
    return pivot;
  }
}
