package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.BundleAdjustment;
import java.util.Arrays;

/** Binds {@code ba}: one camera, point and observation, replicated into a problem of full size. */
final class BaEval {
  private BaEval() {}

  record Input(int n, int m, int p, double[] cam, double[] x, double w, double[] feat) {}

  /** Holds the variables of all copies, each its own, and which of them meet. */
  record Problem(double[][] cameras, double[][] points, double[] weights, double[][] features) {

    static Problem of(Input in) {
      return new Problem(
          copies(in.cam, in.n), copies(in.x, in.m), filled(in.w, in.p), copies(in.feat, in.p));
    }

    int observations() {
      return weights.length;
    }

    int camera(int observation) {
      return observation % cameras.length;
    }

    int point(int observation) {
      return observation % points.length;
    }

    private static double[][] copies(double[] row, int count) {
      double[][] copies = new double[count][];
      Arrays.setAll(copies, i -> row.clone());
      return copies;
    }

    private static double[] filled(double value, int count) {
      double[] filled = new double[count];
      Arrays.fill(filled, value);
      return filled;
    }
  }

  record Elements(double[] elements, int repeated) {}

  record Element(double element, int repeated) {}

  record Objective(Elements reprojError, Element wErr) {}

  static Eval eval() {
    return Eval.named("ba")
        .prepared(
            "objective",
            Input.class,
            in -> {
              Problem problem = Problem.of(in);
              return () -> objective(problem);
            })
        .prepared(
            "jacobian",
            Input.class,
            in -> {
              Problem problem = Problem.of(in);
              return () -> BaJacobian.of(problem).excerpt();
            });
  }

  private static Objective objective(Problem problem) {
    int observations = problem.observations();
    double[][] errors = new double[observations][];
    double[] weightErrors = new double[observations];
    for (int i = 0; i < observations; i++) {
      double weight = problem.weights[i];
      errors[i] =
          BundleAdjustment.reprojectionError(
              problem.cameras[problem.camera(i)],
              problem.points[problem.point(i)],
              weight,
              problem.features[i]);
      weightErrors[i] = BundleAdjustment.weightError(weight);
    }
    return new Objective(
        new Elements(errors[0], observations), new Element(weightErrors[0], observations));
  }
}
