package cotangent.benchmarks.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.benchmarks.objectives.BundleAdjustment;
import cotangent.benchmarks.objectives.LogisticRegression;
import cotangent.benchmarks.objectives.Recurrence;
import cotangent.benchmarks.objectives.Rosenbrock;
import cotangent.benchmarks.objectives.SupportVectorMachine;
import cotangent.benchmarks.objectives.TwoLayerNetwork;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Holds the gradients that no golden file knows to central differences. */
class HandWrittenDifferencesTest {
  private final Random random = new Random(5);

  @Test
  void logisticRegression() {
    double[] w = vector(4);
    double[][] x = matrix(20, 4);
    double[] y = signs(20);
    LogisticRegressionByHand.Gradient gradient =
        LogisticRegressionByHand.gradient(w, 0.25, x, y, 0.1);
    DoubleSupplier loss = () -> LogisticRegression.loss(w, 0.25, x, y, 0.1);
    assertThat(gradient.value()).isCloseTo(loss.getAsDouble(), within(1e-14));
    assertDifferences(gradient.dw(), w, loss);
    double[] bias = {0.25};
    assertDifferences(
        new double[] {gradient.dbias()},
        bias,
        () -> LogisticRegression.loss(w, bias[0], x, y, 0.1));
  }

  @Test
  void supportVectorMachine() {
    double[] w = vector(4);
    double[][] x = matrix(20, 4);
    double[] y = signs(20);
    SupportVectorMachineByHand.Gradient gradient =
        SupportVectorMachineByHand.gradient(w, x, y, 0.5);
    DoubleSupplier objective = () -> SupportVectorMachine.objective(w, x, y, 0.5);
    assertThat(gradient.value()).isCloseTo(objective.getAsDouble(), within(1e-13));
    assertDifferences(gradient.dw(), w, objective);
  }

  @Test
  void rosenbrock() {
    double[] x = vector(7);
    RosenbrockByHand.Gradient gradient = RosenbrockByHand.gradient(x);
    assertThat(gradient.value()).isEqualTo(Rosenbrock.valley(x));
    assertDifferences(gradient.dx(), x, () -> Rosenbrock.valley(x));
  }

  @Test
  void twoLayerNetwork() {
    double[][] v = matrix(3, 5);
    double[] c = vector(3);
    double[][] w = matrix(2, 3);
    double[] b = vector(2);
    double[][] inputs = matrix(4, 5);
    double[][] targets = matrix(4, 2);
    double[][] dv = new double[3][5];
    double[] dc = new double[3];
    double[][] dw = new double[2][3];
    double[] db = new double[2];
    double value = TwoLayerNetworkByHand.addGradient(v, c, w, b, inputs, targets, dv, dc, dw, db);
    DoubleSupplier loss = () -> TwoLayerNetwork.loss(v, c, w, b, inputs, targets);
    assertThat(value).isCloseTo(loss.getAsDouble(), within(1e-13));
    for (int i = 0; i < 3; i++) {
      assertDifferences(dv[i], v[i], loss);
    }
    assertDifferences(dc, c, loss);
    for (int i = 0; i < 2; i++) {
      assertDifferences(dw[i], w[i], loss);
    }
    assertDifferences(db, b, loss);
  }

  @Test
  void recurrences() {
    double[] at = {0.3, 0.7, 0.01};
    RecurrenceByHand.Gradient cubic =
        RecurrenceByHand.cubic(at[0], at[1], at[2], 50, new double[50]);
    assertThat(cubic.value()).isEqualTo(Recurrence.cubic(at[0], at[1], at[2], 50));
    assertDifferences(
        new double[] {cubic.dstart(), cubic.da(), cubic.dh()},
        at,
        () -> Recurrence.cubic(at[0], at[1], at[2], 50));
    RecurrenceByHand.Gradient pendulum =
        RecurrenceByHand.pendulum(at[0], at[1], at[2], 50, new double[50], new double[50]);
    assertThat(pendulum.value()).isEqualTo(Recurrence.pendulum(at[0], at[1], at[2], 50));
    assertDifferences(
        new double[] {pendulum.dstart(), pendulum.da(), pendulum.dh()},
        at,
        () -> Recurrence.pendulum(at[0], at[1], at[2], 50));
  }

  @Test
  void bundleAdjustmentWithoutRotation() {
    double[] camera = {0, 0, 0, 0.1, 0.2, -3, 5, 0.3, 0.4, 0.05, 0.02};
    double[] point = {0.5, 0.6, 0.7};
    double[] feature = {1, 2};
    BundleAdjustmentByHand.Jacobian jacobian =
        BundleAdjustmentByHand.jacobian(camera, point, 0.9, feature);
    for (int row = 0; row < 2; row++) {
      int component = row;
      DoubleSupplier error =
          () -> BundleAdjustment.reprojectionError(camera, point, 0.9, feature)[component];
      assertDifferences(jacobian.dcamera()[row], camera, error);
      assertDifferences(jacobian.dpoint()[row], point, error);
    }
  }

  private static void assertDifferences(double[] gradient, double[] at, DoubleSupplier f) {
    double[] differences = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double here = at[i];
      double step = 1e-5 * Math.max(1, Math.abs(here));
      at[i] = here + step;
      double above = f.getAsDouble();
      at[i] = here - step;
      double below = f.getAsDouble();
      at[i] = here;
      differences[i] = (above - below) / (2 * step);
    }
    double largest = Math.max(1, Arrays.stream(gradient).map(Math::abs).max().orElse(0));
    assertThat(gradient).containsExactly(differences, within(1e-7 * largest));
  }

  private double[] vector(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    Arrays.setAll(matrix, i -> vector(columns));
    return matrix;
  }

  private double[] signs(int n) {
    return random.ints(n, 0, 2).mapToDouble(b -> 2 * b - 1).toArray();
  }
}
