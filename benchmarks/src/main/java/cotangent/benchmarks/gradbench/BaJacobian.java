package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.BundleAdjustmentGrad;
import java.util.Arrays;

/**
 * Fills the sparse Jacobian of a bundle adjustment, compressed by rows: two rows of 15 entries for
 * each observation, camera, point and weight, and below them one row of one entry for each weight.
 */
final class BaJacobian {
  private static final int CAMERA = 11;
  private static final int POINT = 3;
  private static final int ENTRIES = CAMERA + POINT + 1;
  private static final int EXCERPT = 30;

  private final int[] rows;
  private final int[] columns;
  private final double[] values;
  private int filledRows;
  private int filled;

  private BaJacobian(int observations) {
    rows = new int[3 * observations + 1];
    columns = new int[(2 * ENTRIES + 1) * observations];
    values = new double[columns.length];
  }

  /** Shows the first 30 elements and the last one of each array, as the eval asks. */
  record Excerpt(int[] rows, int[] cols, double[] vals) {}

  static BaJacobian of(BaEval.Problem problem) {
    int observations = problem.observations();
    int firstPoint = CAMERA * problem.cameras().length;
    int firstWeight = firstPoint + POINT * problem.points().length;
    BaJacobian jacobian = new BaJacobian(observations);
    for (int i = 0; i < observations; i++) {
      int camera = problem.camera(i);
      int point = problem.point(i);
      BundleAdjustmentGrad.ReprojectionErrorJacobian block =
          BundleAdjustmentGrad.reprojectionErrorJacobian(
              problem.cameras()[camera],
              problem.points()[point],
              problem.weights()[i],
              problem.features()[i]);
      for (int row = 0; row < 2; row++) {
        jacobian.append(CAMERA * camera, block.dcamera()[row]);
        jacobian.append(firstPoint + POINT * point, block.dpoint()[row]);
        jacobian.append(firstWeight + i, block.dweight()[row]);
        jacobian.endRow();
      }
    }
    for (int i = 0; i < observations; i++) {
      jacobian.append(
          firstWeight + i, BundleAdjustmentGrad.weightErrorGrad(problem.weights()[i]).dweight());
      jacobian.endRow();
    }
    return jacobian;
  }

  Excerpt excerpt() {
    return new Excerpt(ends(rows), ends(columns), ends(values));
  }

  private void append(int firstColumn, double[] entries) {
    for (int j = 0; j < entries.length; j++) {
      append(firstColumn + j, entries[j]);
    }
  }

  private void append(int column, double value) {
    columns[filled] = column;
    values[filled] = value;
    filled++;
  }

  private void endRow() {
    filledRows++;
    rows[filledRows] = filled;
  }

  private static int[] ends(int[] array) {
    int[] ends = Arrays.copyOf(array, EXCERPT + 1);
    ends[EXCERPT] = array[array.length - 1];
    return ends;
  }

  private static double[] ends(double[] array) {
    double[] ends = Arrays.copyOf(array, EXCERPT + 1);
    ends[EXCERPT] = array[array.length - 1];
    return ends;
  }
}
