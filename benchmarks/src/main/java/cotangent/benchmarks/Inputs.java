package cotangent.benchmarks;

import cotangent.benchmarks.objectives.HandModel;
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

  /** Makes integers, uniform in [0, bound). */
  public int[] integers(int n, int bound) {
    return random.ints(n, 0, bound).toArray();
  }

  /** Makes a hand of 22 bones, of which each vertex follows one or two. */
  public HandModel hand(int vertices, int triangles) {
    int[] parents = {-1, 0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 13, 14, 15, 0, 17, 18, 19, 0};
    int bones = parents.length;
    double[][][] relatives = new double[bones][][];
    double[][][] inverses = new double[bones][][];
    for (int bone = 0; bone < bones; bone++) {
      relatives[bone] = normal(4, 4);
      inverses[bone] = normal(4, 4);
    }
    double[][] weights = new double[vertices][bones];
    for (double[] row : weights) {
      row[random.nextInt(bones)] += random.nextDouble();
      row[random.nextInt(bones)] += random.nextDouble();
    }
    int[][] corners = new int[triangles][];
    for (int i = 0; i < triangles; i++) {
      corners[i] = integers(3, vertices);
    }
    return new HandModel(
        parents, relatives, inverses, normal(vertices, 4), weights, corners, false);
  }
}
