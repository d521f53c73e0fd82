package cotangent.benchmarks;

import cotangent.benchmarks.objectives.ElementwiseChainGrad;
import cotangent.benchmarks.objectives.LogDeterminantGrad;
import cotangent.benchmarks.objectives.TensorLayers;
import cotangent.benchmarks.objectives.TensorLayersGrad;
import cotangent.benchmarks.objectives.TensorNetworkGrad;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a workspace, a gradient by tensors allocates nothing beyond what it returns. */
class TensorAllocationTest extends Allocation {
  @Test
  void logarithmsOfDeterminants() {
    Matrix w = matrix(20, 10);
    Matrix a = w.transpose().times(w);
    Matrix da = Matrix.zeros(10, 10);
    allocates(record(1), () -> LogDeterminantGrad.ofMatrixGradAddTo(workspace, a, da));
    double[][] rows = a.toArray();
    double[][] drows = new double[10][10];
    allocates(record(1), () -> LogDeterminantGrad.ofLoopsGradAddTo(workspace, rows, drows));
  }

  @Test
  void tensors() {
    Matrix v = Matrix.of(in.weights(12, 78));
    Vector c = Vector.of(in.normal(12));
    Matrix w = Matrix.of(in.weights(10, 12));
    Vector b = Vector.of(in.normal(10));
    Vector x = Vector.of(in.uniform(78));
    Vector y = Vector.of(in.uniform(10));
    Matrix dv = Matrix.zeros(12, 78);
    Vector dc = Vector.zeros(12);
    Matrix dw = Matrix.zeros(10, 12);
    Vector db = Vector.zeros(10);
    allocates(
        record(4),
        () -> TensorNetworkGrad.singleGradAddTo(workspace, v, c, w, b, x, y, dv, dc, dw, db));
    Vector dx = Vector.zeros(78);
    Matrix batch = Matrix.of(in.uniform(20, 78));
    Matrix targets = Matrix.of(in.uniform(20, 10));
    Matrix vt = v.transpose();
    Matrix wt = w.transpose();
    Matrix dvt = Matrix.zeros(78, 12);
    Matrix dwt = Matrix.zeros(12, 10);
    allocates(
        record(4),
        () ->
            TensorNetworkGrad.batchGradAddTo(
                workspace, vt, c, wt, b, batch, targets, dvt, dc, dwt, db));
    allocates(record(1), () -> ElementwiseChainGrad.ofVectorGradAddTo(workspace, x, dx));
  }

  @Test
  void layersInALoop() {
    Matrix[] w = {matrix(8, 10), matrix(9, 8), matrix(4, 9)};
    Vector[] b = {vector(8), vector(9), vector(4)};
    Vector x = vector(10);
    Vector target = vector(4);
    Matrix[] dw = {matrix(8, 10), matrix(9, 8), matrix(4, 9)};
    Vector[] db = {vector(8), vector(9), vector(4)};
    allocates(
        record(2), () -> TensorLayersGrad.ofArraysGradAddTo(workspace, w, b, x, target, dw, db));
    List<TensorLayers.Layer> layers =
        IntStream.range(0, 3).mapToObj(i -> new TensorLayers.Layer(w[i], b[i])).toList();
    allocates(
        record(1) + ofGradient(w, b),
        () -> TensorLayersGrad.ofListGrad(workspace, layers, x, target));
    Matrix square = matrix(4, 4);
    Matrix sequence = matrix(20, 4);
    Matrix dsquare = matrix(4, 4);
    allocates(
        record(1),
        () -> TensorLayersGrad.recurrentGradAddTo(workspace, square, sequence, target, dsquare));
    Vector dtarget = vector(4);
    allocates(
        record(2),
        () -> TensorLayersGrad.repeatedGradAddTo(workspace, square, target, 5, dsquare, dtarget));
  }

  /** What a list of layers takes, and on the way the arrays in which their elements are found. */
  private static long ofGradient(Matrix[] w, Vector[] b) {
    int references = 4;
    long sum = 4 * rounded(16 + 4L * w.length);
    for (int i = 0; i < w.length; i++) {
      sum += doubles(w[i].rows() * w[i].columns()) + rounded(12 + 4 + 4 + references);
      sum += doubles(b[i].size()) + rounded(12 + references) + rounded(12 + 2 * references);
    }
    return sum + rounded(12 + 4 + references);
  }

  @Test
  void factors() {
    Matrix w = matrix(78, 10);
    Vector b = vector(10);
    Matrix x = matrix(20, 78);
    int[] classes = IntStream.range(0, 20).map(i -> i % 10).toArray();
    Matrix dw = matrix(78, 10);
    Vector db = vector(10);
    allocates(
        record(2), () -> TensorLayersGrad.surpriseGradAddTo(workspace, w, b, x, classes, dw, db));
    Matrix covariance = w.transpose().times(w);
    Matrix dcovariance = matrix(10, 10);
    allocates(
        record(2),
        () -> TensorLayersGrad.densityGradAddTo(workspace, covariance, b, dcovariance, db));
    Vector direction = vector(10);
    Vector ddirection = vector(10);
    allocates(
        record(3),
        () -> TensorLayersGrad.densityOfOneGradAddTo(workspace, direction, b, 0.5, ddirection, db));
  }

  private Matrix matrix(int rows, int columns) {
    return Matrix.of(in.weights(rows, columns));
  }

  private Vector vector(int size) {
    return Vector.of(in.normal(size));
  }
}
