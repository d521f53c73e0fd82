package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.KMeans;
import cotangent.benchmarks.objectives.KMeansGrad;
import java.util.Arrays;

/** Binds {@code kmeans}: the Hessian is diagonal, so its product with ones holds all of it. */
final class KMeansEval {
  private KMeansEval() {}

  record Input(double[][] points, double[][] centroids) {}

  static Eval eval() {
    return Eval.named("kmeans")
        .with("cost", Input.class, in -> KMeans.cost(in.points, in.centroids))
        .with("dir", Input.class, in -> newtonDirection(in.points, in.centroids));
  }

  private static double[][] newtonDirection(double[][] points, double[][] centroids) {
    double[][] ones = new double[centroids.length][centroids[0].length];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    KMeansGrad.CostHvp product = KMeansGrad.costHvp(points, centroids, ones);
    double[][] direction = product.dcentroids();
    double[][] diagonal = product.hcentroids();
    for (int j = 0; j < direction.length; j++) {
      for (int l = 0; l < direction[j].length; l++) {
        direction[j][l] /= diagonal[j][l];
      }
    }
    return direction;
  }
}
