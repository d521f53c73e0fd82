package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;

/** The logarithm of the determinant of a matrix whose pivots are positive as they come. */
public final class LogDeterminant {
  private LogDeterminant() {}

  /** Asks the matrix. */
  @Differentiable
  public static double ofMatrix(Matrix a) {
    return a.logDeterminant();
  }

  /** Eliminates row after row, without exchanging any, and adds the logarithms of the pivots. */
  @Differentiable
  public static double ofLoops(double[][] a) {
    int n = a.length;
    double[][] u = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        u[i][j] = a[i][j];
      }
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double[] upper = u[k];
      sum += Math.log(upper[k]);
      for (int i = k + 1; i < n; i++) {
        double[] row = u[i];
        double factor = row[k] / upper[k];
        for (int j = k + 1; j < n; j++) {
          row[j] -= factor * upper[j];
        }
      }
    }
    return sum;
  }
}
