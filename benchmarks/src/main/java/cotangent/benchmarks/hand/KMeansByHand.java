package cotangent.benchmarks.hand;

/** Differentiates the clustering cost twice, as far as the diagonal. */
public final class KMeansByHand {
  private KMeansByHand() {}

  /** Holds the cost, its derivative, and the diagonal of its Hessian. */
  public record Derivatives(double value, double[][] dcentroids, double[][] hcentroids) {}

  /** Computes the cost with its gradient and the product of its Hessian with ones. */
  public static Derivatives derivatives(double[][] points, double[][] centroids) {
    int k = centroids.length;
    int d = centroids[0].length;
    double cost = 0;
    double[][] gradient = new double[k][d];
    double[][] diagonal = new double[k][d];
    for (double[] point : points) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < k; j++) {
        double distance = squaredDistance(point, centroids[j]);
        if (distance < least) {
          least = distance;
          nearest = j;
        }
      }
      cost += least;
      double[] centroid = centroids[nearest];
      double[] row = gradient[nearest];
      double[] diagonalRow = diagonal[nearest];
      for (int l = 0; l < d; l++) {
        row[l] += 2 * (centroid[l] - point[l]);
        diagonalRow[l] += 2;
      }
    }
    return new Derivatives(cost, gradient, diagonal);
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int l = 0; l < a.length; l++) {
      double difference = a[l] - b[l];
      sum += difference * difference;
    }
    return sum;
  }
}
