package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import cotangent.benchmarks.objectives.HandModel;
import cotangent.benchmarks.objectives.HandTracking;
import cotangent.benchmarks.objectives.HandTrackingGrad;
import java.util.function.Function;
import java.util.function.Supplier;

/** Binds {@code ht}: without places on triangles, correspondences are vertices. */
final class HtEval {
  private static final double[] NO_SHIFT = {0, 0};

  private HtEval() {}

  record Input(double[] theta, double[][] us, Data data) {
    boolean simple() {
      return us.length == 0;
    }
  }

  record Data(int[] correspondences, double[][] points, Model model) {}

  record Model(
      int[] parents,
      double[][][] baseRelatives,
      double[][][] inverseBaseAbsolutes,
      double[][] basePositions,
      double[][] weights,
      int[][] triangles,
      @JsonProperty("is_mirrored") boolean mirrored) {
    HandModel hand() {
      return new HandModel(
          parents,
          baseRelatives,
          inverseBaseAbsolutes,
          basePositions,
          weights,
          triangles,
          mirrored);
    }
  }

  /** A function of the input and its hand. */
  private interface OnHand {
    Object apply(Input in, HandModel hand);
  }

  static Eval eval() {
    return Eval.named("ht")
        .prepared("objective", Input.class, onHand(HtEval::residuals))
        .prepared("jacobian", Input.class, onHand(HtEval::jacobian));
  }

  private static Function<Input, Supplier<Object>> onHand(OnHand body) {
    return in -> {
      HandModel hand = in.data.model.hand();
      return () -> body.apply(in, hand);
    };
  }

  private static double[] residuals(Input in, HandModel hand) {
    int[] correspondences = in.data.correspondences;
    double[][] points = in.data.points;
    return in.simple()
        ? HandTracking.vertexResiduals(in.theta, hand, correspondences, points)
        : HandTracking.triangleResiduals(in.theta, NO_SHIFT, in.us, hand, correspondences, points);
  }

  private static double[][] jacobian(Input in, HandModel hand) {
    int[] correspondences = in.data.correspondences;
    double[][] points = in.data.points;
    if (in.simple()) {
      return HandTrackingGrad.vertexResidualsJacobian(in.theta, hand, correspondences, points)
          .dtheta();
    }
    HandTrackingGrad.TriangleResidualsJacobian jacobian =
        HandTrackingGrad.triangleResidualsJacobian(
            in.theta, NO_SHIFT, in.us, hand, correspondences, points);
    return besideEachOther(jacobian.dshift(), jacobian.dtheta());
  }

  private static double[][] besideEachOther(double[][] left, double[][] right) {
    double[][] rows = new double[left.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[left[i].length + right[i].length];
      System.arraycopy(left[i], 0, rows[i], 0, left[i].length);
      System.arraycopy(right[i], 0, rows[i], left[i].length, right[i].length);
    }
    return rows;
  }
}
