package cotangent.benchmarks;

import java.util.Random;

/** Makes inputs that are the same in every run. */
public final class Inputs {
  private final Random random;

  /** Starts from a seed. */
  public Inputs(long seed) {
    random = new Random(seed);
  }

  /** Makes a vector, uniform in [0, 1). */
  public double[] uniform(int n) {
    return random.doubles(n).toArray();
  }

  /** Makes a vector, standard normal. */
  public double[] normal(int n) {
    double[] vector = new double[n];
    for (int i = 0; i < n; i++) {
      vector[i] = random.nextGaussian();
    }
    return vector;
  }

  /** Makes a matrix, uniform in [0, 1). */
  public double[][] uniform(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = uniform(columns);
    }
    return matrix;
  }

  /** Makes a matrix, standard normal. */
  public double[][] normal(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = normal(columns);
    }
    return matrix;
  }

  /** Makes a matrix whose products with vectors of ones are standard normal. */
  public double[][] weights(int rows, int columns) {
    double[][] matrix = normal(rows, columns);
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] /= Math.sqrt(columns);
      }
    }
    return matrix;
  }

  /** Makes zeros and ones. */
  public double[][] bits(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.ints(columns, 0, 2).asDoubleStream().toArray();
    }
    return matrix;
  }

  /** Makes labels -1 and 1. */
  public double[] signs(int n) {
    return random.ints(n, 0, 2).mapToDouble(bit -> 2 * bit - 1).toArray();
  }
}
