package cotangent.tensor;

import java.util.Random;

/** Makes random tensors for tests. */
final class Tensors {
  private final Random random;

  Tensors(long seed) {
    random = new Random(seed);
  }

  Matrix matrix(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, random.nextGaussian());
      }
    }
    return matrix;
  }

  Vector vector(int size) {
    return Vector.wrap(random.doubles(size, -2, 2).toArray());
  }

  /** Returns a matrix far enough from singular, symmetric and positive definite. */
  Matrix positiveDefinite(int size) {
    Matrix a = matrix(size, size);
    return a.times(a.transpose()).plus(Matrix.identity(size));
  }

  /** Multiplies as the textbook does. */
  static double[][] product(double[][] a, double[][] b, int columns) {
    double[][] c = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
