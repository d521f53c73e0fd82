package cotangent.tensor;

/**
 * Factors a symmetric positive definite matrix into a lower triangle and its transpose, of which it
 * reads the lower half only.
 *
 * <p><b>Source.</b> Golub and Van Loan, Matrix Computations, 4th edition, section 4.2.
 */
final class Cholesky {
  private Cholesky() {}

  static Matrix of(Matrix matrix) {
    int n = Shapes.square("cholesky", matrix.rows(), matrix.columns());
    double[] a = matrix.values;
    double[] l = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i * n + j];
        for (int k = 0; k < j; k++) {
          rest -= l[i * n + k] * l[j * n + k];
        }
        l[i * n + j] = i == j ? Math.sqrt(positive(rest, i)) : rest / l[j * n + j];
      }
    }
    return new Matrix(n, n, l);
  }

  private static double positive(double pivot, int at) {
    if (!(pivot > 0)) {
      throw new ArithmeticException(
          "cholesky needs a positive definite matrix: pivot " + at + " is " + pivot);
    }
    return pivot;
  }
}
