package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;

import cotangent.Differentiable;

/** Clusters points around centroids: GradBench's {@code kmeans}. */
public final class KMeans {
  private KMeans() {}

  /**
   * Sums the squared distances from each point to its nearest centroid.
   *
   * <p><b>Shapes:</b> {@code points} is {@code [n][d]}, {@code centroids} {@code [k][d]}, k ≥ 1.
   *
   * <p><b>Special cases:</b> of several nearest centroids the first counts.
   *
   * <p><b>Cost:</b> O(nkd).
   *
   * <p><b>Source:</b> GradBench, eval {@code kmeans}.
   */
  @Differentiable(
      value = {GRADIENT, HVP},
      wrt = "centroids")
  public static double cost(double[][] points, double[][] centroids) {
    double cost = 0;
    for (int i = 0; i < points.length; i++) {
      int nearest = nearest(points[i], centroids);
      cost += squaredDistance(points[i], centroids[nearest]);
    }
    return cost;
  }

  private static int nearest(double[] point, double[][] centroids) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < centroids.length; j++) {
      double distance = squaredDistance(point, centroids[j]);
      if (distance < least) {
        least = distance;
        nearest = j;
      }
    }
    return nearest;
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
