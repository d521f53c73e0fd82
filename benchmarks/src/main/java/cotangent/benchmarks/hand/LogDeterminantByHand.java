package cotangent.benchmarks.hand;

/** Differentiates the logarithm of a determinant: the transpose of the inverse, by Gauss-Jordan. */
public final class LogDeterminantByHand {
  private LogDeterminantByHand() {}

  /** Adds the gradient to {@code da}, and returns the value. */
  public static double addGradient(double[][] a, double[][] da) {
    int n = a.length;
    double[][] u = new double[n][];
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      u[i] = a[i].clone();
      inverse[i][i] = 1;
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double pivot = u[k][k];
      sum += Math.log(pivot);
      for (int i = 0; i < n; i++) {
        if (i != k) {
          double factor = u[i][k] / pivot;
          subtract(u[i], factor, u[k], k);
          subtract(inverse[i], factor, inverse[k], 0);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        da[j][i] += inverse[i][j] / u[i][i];
      }
    }
    return sum;
  }

  private static void subtract(double[] row, double factor, double[] other, int from) {
    for (int j = from; j < row.length; j++) {
      row[j] -= factor * other[j];
    }
  }
}
