package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares every derivative of {@link TensorLecture} with the formula that the lecture shows. */
class TensorLectureTest {
  private static final Offset<Double> ROUNDING = within(1e-13);

  private static final Matrix A = Matrix.of(new double[][] {{1, -2, 0.5}, {3, 0.25, -1}});
  private static final Matrix SQUARE =
      Matrix.of(new double[][] {{2, -1, 0.5}, {0.25, 3, -2}, {1, 0, -0.75}});
  private static final Vector U = Vector.of(0.5, -1.5);
  private static final Vector V = Vector.of(1.25, -0.75, 2);

  @Test
  void theProductOfMatrixAndVector() {
    var g = TensorLectureGrad.linearMapVjp(A, V, U);
    assertClose(g.value(), A.times(V));
    assertClose(g.da(), U.outer(V));
    assertClose(g.dv(), A.transpose().times(U));
  }

  @Test
  void theProductOfMatrices() {
    Matrix seed = Matrix.of(new double[][] {{1, 2, -1}, {0.5, -3, 4}});
    var g = TensorLectureGrad.productVjp(A, SQUARE, seed);
    assertClose(g.value(), A.times(SQUARE));
    assertClose(g.du(), seed.times(SQUARE.transpose()));
    assertClose(g.dv(), A.transpose().times(seed));
  }

  @Test
  void theDotProduct() {
    Vector w = Vector.of(3, -4, 0.1);
    var g = TensorLectureGrad.dotGrad(V, w);
    assertThat(g.value()).isEqualTo(V.dot(w));
    assertClose(g.du(), w);
    assertClose(g.dv(), V);
  }

  @Test
  void theSum() {
    var g = TensorLectureGrad.sumGrad(V);
    assertThat(g.value()).isEqualTo(2.5);
    assertClose(g.dx(), Vector.ones(3));
  }

  @Test
  void theQuadraticForm() {
    var g = TensorLectureGrad.quadraticFormGrad(SQUARE, V);
    assertThat(g.value()).isEqualTo(V.dot(SQUARE.times(V)));
    assertClose(g.da(), V.outer(V));
    assertClose(g.dx(), SQUARE.plus(SQUARE.transpose()).times(V));
  }

  @Test
  void theQuadraticFunction() {
    Vector b = Vector.of(-1, 0.5, 4);
    var g = TensorLectureGrad.quadraticGrad(SQUARE, b, 7, V);
    assertThat(g.value()).isEqualTo(V.dot(SQUARE.times(V)) + b.dot(V) + 7);
    assertClose(g.da(), V.outer(V));
    assertClose(g.db(), V);
    assertThat(g.dc()).isEqualTo(1);
    assertClose(g.dx(), SQUARE.plus(SQUARE.transpose()).times(V).plus(b));
  }

  @Test
  void functionsElementByElement() {
    Vector seed = Vector.of(1, -2, 3);
    Vector x = Vector.of(1.7, 0.3, 2);
    assertClose(TensorLectureGrad.chainVjp(x, seed).dx(), seed.times(-2).dividedBy(x.pow(3)));
    assertClose(TensorLectureGrad.fanOutVjp(x, seed).dx(), seed.negated().dividedBy(x.square()));
    assertClose(
        TensorLectureGrad.cubicMinusLogVjp(x, seed).dx(),
        seed.hadamard(x.square().times(3).minus(Vector.ones(3).dividedBy(x))));
  }

  @Test
  void theHingeOnBothSidesAndAtTheKink() {
    Vector w = Vector.of(0.5, -0.25);
    Matrix x = Matrix.of(new double[][] {{1, 1}, {1, 1}, {8, 1}, {2, 0}});
    Vector y = Vector.of(1, -1, 1, 1);
    assertClose(hinge(w, x, y, 0), Vector.of(-1, -1));
    assertClose(hinge(w, x, y, 1), Vector.of(1, 1));
    assertClose(hinge(w, x, y, 2), Vector.of(0, 0));
    assertClose(hinge(w, x, y, 3), Vector.of(-1, 0));
  }

  private static Vector hinge(Vector w, Matrix x, Vector y, int sample) {
    return TensorLectureGrad.hingeVjp(w, x, y, Vector.unit(4, sample)).dw();
  }

  @Test
  void theSupportVectorMachine() {
    Vector w = Vector.of(0.5, -0.25);
    double[][] x = {{1, 1}, {8, 1}, {-2, 3}};
    double[] y = {1, 1, -1};
    var g = TensorLectureGrad.svmGrad(w, Matrix.of(x), Vector.of(y), 10);
    assertThat(g.value()).isCloseTo(Lecture.svm(w.toArray(), x, y, 10), ROUNDING);
    // The first sample lies inside the margin, the other two beyond it.
    assertClose(g.dw(), Vector.of(0.5 - 10 * 1, -0.25 - 10 * 1));
  }

  @Test
  void theNetworkOfTwoLayers() {
    Matrix w = Matrix.of(new double[][] {{0.5, -1}, {2, 0.25}, {-0.75, 1.5}});
    Vector b = Vector.of(0.1, 0.2, 0.3);
    Vector c = Vector.of(-0.4, 0.6);
    Vector target = Vector.of(1, 0, -1);
    var g = TensorLectureGrad.networkGrad(A, c, w, b, V, target);

    Vector h = A.times(V).plus(c).tanh();
    Vector error = w.times(h).plus(b).minus(target);
    Vector delta = w.transpose().times(error).hadamard(slope(h));
    assertThat(g.value()).isCloseTo(error.squaredNorm() / 2, ROUNDING);
    assertClose(g.dw(), error.outer(h));
    assertClose(g.db(), error);
    assertClose(g.dv(), delta.outer(V));
    assertClose(g.dc(), delta);
  }

  @Test
  void theNetworkBesideThatWithLoops() {
    double[] c = {0.1, -0.2};
    double[][] w = {{0.5, -1}};
    double[] b = {0.3};
    double[] target = {0.7};
    var loops = LectureGrad.networkGrad(A.toArray(), c, w, b, V.toArray(), target);
    var g =
        TensorLectureGrad.networkGrad(
            A, Vector.of(c), Matrix.of(w), Vector.of(b), V, Vector.of(target));

    assertThat(g.value()).isCloseTo(loops.value(), ROUNDING);
    assertClose(g.dv(), Matrix.of(loops.dv()));
    assertClose(g.dc(), Vector.of(loops.dc()));
    assertClose(g.dw(), Matrix.of(loops.dw()));
    assertClose(g.db(), Vector.of(loops.db()));
  }

  @Test
  void theSequence() {
    Matrix u = Matrix.of(new double[][] {{0.3, -0.4}, {0.2, 0.1}});
    Vector[] x = {V, Vector.of(-1, 0.5, 0.25)};
    var g = TensorLectureGrad.sequenceGrad(u, A, U, x, 0.1);

    Vector h1 = A.times(x[0]).tanh();
    Vector h2 = u.times(h1).plus(A.times(x[1])).tanh();
    double error = U.dot(h2) - 0.1;
    Vector at2 = U.times(error).hadamard(slope(h2));
    Vector at1 = u.transpose().times(at2).hadamard(slope(h1));
    assertThat(g.value()).isCloseTo(error * error / 2, ROUNDING);
    assertClose(g.dv(), h2.times(error));
    assertClose(g.du(), at2.outer(h1));
    assertClose(g.dw(), at1.outer(x[0]).plus(at2.outer(x[1])));
  }

  @Test
  void theTree() {
    Matrix l = SQUARE.times(0.2);
    Matrix r = SQUARE.transpose().times(-0.1);
    Vector[] words = {V, Vector.of(-1, 0.5, 0.25), Vector.of(0, 2, 1)};
    Vector seed = Vector.of(1, -2, 3);
    var g = TensorLectureGrad.treeVjp(l, r, words, seed);

    Vector right = l.times(words[1]).plus(r.times(words[2])).tanh();
    Vector root = l.times(words[0]).plus(r.times(right)).tanh();
    Vector atRoot = seed.hadamard(slope(root));
    Vector atRight = r.transpose().times(atRoot).hadamard(slope(right));
    assertClose(g.value(), root);
    assertClose(g.dl(), atRoot.outer(words[0]).plus(atRight.outer(words[1])));
    assertClose(g.dr(), atRoot.outer(right).plus(atRight.outer(words[2])));
    assertClose(g.dwords()[0], l.transpose().times(atRoot));
    assertClose(g.dwords()[1], l.transpose().times(atRight));
    assertClose(g.dwords()[2], r.transpose().times(atRight));
  }

  /** The slope of tanh where its value is known. */
  private static Vector slope(Vector tanh) {
    return tanh.square().negated().plus(1);
  }

  private static void assertClose(Vector actual, Vector expected) {
    assertThat(actual.toArray()).containsExactly(expected.toArray(), ROUNDING);
  }

  private static void assertClose(Matrix actual, Matrix expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.values()).containsExactly(expected.values(), ROUNDING);
  }
}
