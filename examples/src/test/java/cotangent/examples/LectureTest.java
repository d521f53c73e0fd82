package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares every gradient of {@link Lecture} with the formula derived by hand. */
class LectureTest {
  private static final Offset<Double> ROUNDING = within(1e-13);

  private static final double[][] A = {{1, -2, 0.5}, {3, 0.25, -1}};
  private static final double[][] SQUARE = {{2, -1, 0.5}, {0.25, 3, -2}, {1, 0, -0.75}};
  private static final double[] U = {0.5, -1.5};
  private static final double[] V = {1.25, -0.75, 2};

  @Test
  void theProductOfMatrixAndVector() {
    var g = LectureGrad.linearMapGrad(A, V, U);
    assertThat(g.value()).isEqualTo(Lecture.linearMap(A, V, U));
    assertClose(g.da(), outer(U, V));
    assertClose(g.dv(), timesTransposed(A, U));
  }

  @Test
  void theDotProduct() {
    double[] w = {3, -4, 0.1};
    var g = LectureGrad.dotGrad(V, w);
    assertThat(g.value()).isEqualTo(Lecture.dot(V, w));
    assertThat(g.du()).containsExactly(w);
    assertThat(g.dv()).containsExactly(V);
  }

  @Test
  void theSequence() {
    double h1 = Math.tanh(0.8 * 0.5);
    double h2 = Math.tanh(0.3 * h1 + 0.8 * -1);
    double error = 2 * h2 - 0.1;
    var g = LectureGrad.sequenceGrad(0.3, 0.8, 2, new double[] {0.5, -1}, 0.1);
    double throughH2 = error * 2 * (1 - h2 * h2);
    assertThat(g.value()).isCloseTo(error * error / 2, ROUNDING);
    assertThat(g.dv()).isCloseTo(error * h2, ROUNDING);
    assertThat(g.du()).isCloseTo(throughH2 * h1, ROUNDING);
    assertThat(g.dw()).isCloseTo(throughH2 * (-1 + 0.3 * (1 - h1 * h1) * 0.5), ROUNDING);
  }

  @Test
  void theTree() {
    double right = Math.tanh(0.5 * 2 + 0.25 * -1);
    double root = Math.tanh(0.5 * 3 + 0.25 * right);
    double atRoot = 1 - root * root;
    double atRight = atRoot * 0.25 * (1 - right * right);
    var g = LectureGrad.treeGrad(0.5, 0.25, new double[] {3, 2, -1});
    assertThat(g.value()).isCloseTo(root, ROUNDING);
    assertThat(g.dl()).isCloseTo(atRoot * 3 + atRight * 2, ROUNDING);
    assertThat(g.dr()).isCloseTo(atRoot * right + atRight * -1, ROUNDING);
    assertThat(g.dwords()[0]).isCloseTo(atRoot * 0.5, ROUNDING);
    assertThat(g.dwords()[1]).isCloseTo(atRight * 0.5, ROUNDING);
    assertThat(g.dwords()[2]).isCloseTo(atRight * 0.25, ROUNDING);
  }

  @Test
  void theSum() {
    var g = LectureGrad.sumGrad(V);
    assertThat(g.value()).isEqualTo(2.5);
    assertThat(g.dx()).containsExactly(1, 1, 1);
  }

  @Test
  void theQuadraticForm() {
    var g = LectureGrad.quadraticFormGrad(SQUARE, V);
    assertThat(g.value()).isEqualTo(Lecture.quadraticForm(SQUARE, V));
    assertClose(g.da(), outer(V, V));
    assertClose(g.dx(), sum(times(SQUARE, V), timesTransposed(SQUARE, V)));
  }

  @Test
  void theQuadraticFunction() {
    double[] b = {-1, 0.5, 4};
    var g = LectureGrad.quadraticGrad(SQUARE, b, 7, V);
    assertThat(g.value()).isEqualTo(Lecture.quadratic(SQUARE, b, 7, V));
    assertClose(g.da(), outer(V, V));
    assertClose(g.db(), V);
    assertThat(g.dc()).isEqualTo(1);
    assertClose(g.dx(), sum(sum(times(SQUARE, V), timesTransposed(SQUARE, V)), b));
  }

  @Test
  void theChain() {
    var g = LectureGrad.chainGrad(1.7);
    assertThat(g.value()).isEqualTo(Lecture.chain(1.7));
    assertThat(g.dx()).isCloseTo(-2 / (1.7 * 1.7 * 1.7), ROUNDING);
  }

  @Test
  void theFanOut() {
    var g = LectureGrad.fanOutGrad(1.7);
    assertThat(g.value()).isEqualTo(Lecture.fanOut(1.7));
    assertThat(g.dx()).isCloseTo(-1 / (1.7 * 1.7), ROUNDING);
  }

  @Test
  void theCubicMinusTheLogarithm() {
    var g = LectureGrad.cubicMinusLogGrad(0.3);
    assertThat(g.value()).isEqualTo(Lecture.cubicMinusLog(0.3));
    assertThat(g.dx()).isCloseTo(3 * 0.3 * 0.3 - 1 / 0.3, ROUNDING);
  }

  @Test
  void theHingeOnBothSidesAndAtTheKink() {
    double[] w = {0.5, -0.25};
    assertClose(LectureGrad.hingeGrad(w, new double[] {1, 1}, 1).dw(), new double[] {-1, -1});
    assertClose(LectureGrad.hingeGrad(w, new double[] {1, 1}, -1).dw(), new double[] {1, 1});
    assertClose(LectureGrad.hingeGrad(w, new double[] {8, 1}, 1).dw(), new double[] {0, 0});
    assertClose(LectureGrad.hingeGrad(w, new double[] {2, 0}, 1).dw(), new double[] {-1, 0});
  }

  @Test
  void theSupportVectorMachine() {
    double[] w = {0.5, -0.25};
    double[][] x = {{1, 1}, {8, 1}, {-2, 3}};
    double[] y = {1, 1, -1};
    var g = LectureGrad.svmGrad(w, x, y, 10);
    assertThat(g.value()).isEqualTo(Lecture.svm(w, x, y, 10));
    // The first sample lies inside the margin, the other two beyond it.
    assertClose(g.dw(), new double[] {0.5 - 10 * 1, -0.25 - 10 * 1});
  }

  @Test
  void theNetworkOfTwoLayers() {
    double[][] w = {{0.5, -1}, {2, 0.25}, {-0.75, 1.5}};
    double[] b = {0.1, 0.2, 0.3};
    double[] c = {-0.4, 0.6};
    double[] target = {1, 0, -1};
    var g = LectureGrad.networkGrad(A, c, w, b, V, target);
    assertThat(g.value()).isEqualTo(Lecture.network(A, c, w, b, V, target));

    double[] h = sum(times(A, V), c);
    for (int i = 0; i < h.length; i++) {
      h[i] = Math.tanh(h[i]);
    }
    double[] error = sum(times(w, h), b);
    for (int i = 0; i < error.length; i++) {
      error[i] -= target[i];
    }
    double[] delta = timesTransposed(w, error);
    for (int i = 0; i < delta.length; i++) {
      delta[i] *= 1 - h[i] * h[i];
    }
    assertClose(g.dw(), outer(error, h));
    assertClose(g.db(), error);
    assertClose(g.dv(), outer(delta, V));
    assertClose(g.dc(), delta);
  }

  /** The network with tensors has the same gradients. */
  private static double[] times(double[][] a, double[] v) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i] += a[i][j] * v[j];
      }
    }
    return product;
  }

  private static double[] timesTransposed(double[][] a, double[] v) {
    double[] product = new double[a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[j] += a[i][j] * v[i];
      }
    }
    return product;
  }

  private static double[][] outer(double[] u, double[] v) {
    double[][] product = new double[u.length][v.length];
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i][j] = u[i] * v[j];
      }
    }
    return product;
  }

  private static double[] sum(double[] u, double[] v) {
    double[] sum = u.clone();
    for (int i = 0; i < v.length; i++) {
      sum[i] += v[i];
    }
    return sum;
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, ROUNDING);
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      assertClose(actual[i], expected[i]);
    }
  }
}
