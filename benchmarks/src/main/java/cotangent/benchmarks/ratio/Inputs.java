package cotangent.benchmarks.ratio;

import java.util.Random;

/** Makes inputs that are the same in every run. */
final class Inputs {
  private final Random random;

  Inputs(long seed) {
    random = new Random(seed);
  }

  double[] uniform(int n) {
    return random.doubles(n).toArray();
  }

  double[] normal(int n) {
    double[] vector = new double[n];
    for (int i = 0; i < n; i++) {
      vector[i] = random.nextGaussian();
    }
    return vector;
  }

  double[][] uniform(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = uniform(columns);
    }
    return matrix;
  }

  double[][] normal(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = normal(columns);
    }
    return matrix;
  }

  /** Makes zeros and ones. */
  double[][] bits(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.ints(columns, 0, 2).asDoubleStream().toArray();
    }
    return matrix;
  }

  /** Makes labels -1 and 1. */
  double[] signs(int n) {
    return random.ints(n, 0, 2).mapToDouble(bit -> 2 * bit - 1).toArray();
  }
}
