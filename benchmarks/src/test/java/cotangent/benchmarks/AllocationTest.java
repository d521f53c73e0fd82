package cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import cotangent.Workspace;
import cotangent.benchmarks.objectives.Bodies;
import cotangent.benchmarks.objectives.BodiesGrad;
import cotangent.benchmarks.objectives.BundleAdjustmentGrad;
import cotangent.benchmarks.objectives.DeterminantGrad;
import cotangent.benchmarks.objectives.ElementwiseChainGrad;
import cotangent.benchmarks.objectives.GaussianMixtureGrad;
import cotangent.benchmarks.objectives.HandModel;
import cotangent.benchmarks.objectives.HandTrackingGrad;
import cotangent.benchmarks.objectives.KMeansGrad;
import cotangent.benchmarks.objectives.LogDeterminantGrad;
import cotangent.benchmarks.objectives.LogSumExpGrad;
import cotangent.benchmarks.objectives.LogisticRegressionGrad;
import cotangent.benchmarks.objectives.PolynomialFitGrad;
import cotangent.benchmarks.objectives.RecurrenceGrad;
import cotangent.benchmarks.objectives.RosenbrockGrad;
import cotangent.benchmarks.objectives.RungeKuttaGrad;
import cotangent.benchmarks.objectives.SupportVectorMachineGrad;
import cotangent.benchmarks.objectives.TensorLayers;
import cotangent.benchmarks.objectives.TensorLayersGrad;
import cotangent.benchmarks.objectives.TensorNetworkGrad;
import cotangent.benchmarks.objectives.TwoLayerNetworkGrad;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * With a workspace, a gradient allocates nothing beyond what it returns, from the second call on.
 */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 10;

  /** In some of them the virtual machine itself allocates. */
  private static final int ROUNDS = 3;

  private final Inputs in = new Inputs(7);
  private final Workspace workspace = new Workspace();

  /** Where what was returned is put, so that it is really made. */
  private Object returned = "";

  /** Checks how much one call allocates. */
  private void allocates(long bytes, Supplier<Object> gradient) {
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < 2; i++) {
      returned = gradient.get();
    }
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        returned = gradient.get();
      }
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(returned).isNotNull();
    assertThat(least / CALLS).isLessThanOrEqualTo(bytes);
  }

  /** What a record takes that holds a number and some other components. */
  private static long record(int components) {
    return rounded(12 + 8 + 8L * components);
  }

  private static long doubles(int length) {
    return rounded(16 + 8L * length);
  }

  private static long rounded(long bytes) {
    return (bytes + 7) / 8 * 8;
  }

  @Test
  void mixture() {
    int d = 10;
    int k = 5;
    double[][] x = in.normal(20, d);
    double[] alpha = in.normal(k);
    double[][] mu = in.uniform(k, d);
    double[][] q = in.normal(k, d);
    double[][] l = in.normal(k, d * (d - 1) / 2);
    double[] dalpha = new double[k];
    double[][] dmu = new double[k][d];
    double[][] dq = new double[k][d];
    double[][] dl = new double[k][d * (d - 1) / 2];
    allocates(
        record(4),
        () ->
            GaussianMixtureGrad.logPosteriorGradAddTo(
                workspace, alpha, mu, q, l, x, 1, 0, dalpha, dmu, dq, dl));
  }

  /** The bodies of the gradient are made once, however many there were on the way. */
  @Test
  void bodiesOfAllSteps() {
    int n = 10;
    Bodies.Body[] bodies = new Bodies.Body[n];
    for (int i = 0; i < n; i++) {
      double[] at = in.uniform(7);
      bodies[i] = new Bodies.Body(at[0], at[1], at[2], at[3], at[4], at[5], at[6]);
    }
    long gradient = rounded(16 + 4L * n) + n * rounded(12 + 7 * 8);
    allocates(
        3 * 7 * doubles(n) + gradient + record(2),
        () -> BodiesGrad.ofObjectsGrad(workspace, bodies, 50, 0.01));
  }

  @Test
  void initialValueProblem() {
    double[] x = in.uniform(10);
    double[] dx = new double[10];
    allocates(record(1), () -> RungeKuttaGrad.lastGradAddTo(workspace, x, 10, dx));
  }

  @Test
  void sums() {
    double[] x = in.uniform(100);
    double[] dx = new double[100];
    allocates(record(1), () -> LogSumExpGrad.logSumExpGradAddTo(workspace, x, dx));
    allocates(record(1), () -> PolynomialFitGrad.halfSquaredErrorGradAddTo(workspace, x, 50, dx));
    allocates(record(1), () -> RosenbrockGrad.valleyGradAddTo(workspace, x, dx));
    allocates(record(2) + 2 * doubles(100), () -> RosenbrockGrad.valleyHvp(workspace, x, dx));
  }

  @Test
  void recurrences() {
    allocates(record(3), () -> RecurrenceGrad.cubicGrad(workspace, 0.3, 0.7, 1e-5, 1000));
    allocates(record(3), () -> RecurrenceGrad.pendulumGrad(workspace, 0.3, 0.7, 1e-5, 1000));
  }

  @Test
  void classifiers() {
    double[] w = in.normal(30);
    double[][] x = in.normal(50, 30);
    double[] y = in.signs(50);
    double[] dw = new double[30];
    allocates(
        record(2), () -> LogisticRegressionGrad.lossGradAddTo(workspace, w, 0.5, x, y, 0.01, dw));
    allocates(
        record(1), () -> SupportVectorMachineGrad.objectiveGradAddTo(workspace, w, x, y, 0.1, dw));
  }

  @Test
  void clusters() {
    double[][] points = in.uniform(50, 4);
    double[][] centroids = in.uniform(5, 4);
    double[][] ones = in.uniform(5, 4);
    allocates(
        record(2) + 2 * (doubles(5) + 5 * doubles(4)),
        () -> KMeansGrad.costHvp(workspace, points, centroids, ones));
  }

  @Test
  void bundles() {
    double[] camera = {-0.76, -1.11, -0.85, 34.6, 39.7, 53.9, 419.2, 5.9, -8.5, 0.088, 0.0027};
    double[] point = {7.2, 0.0011, 3.02};
    double[] feature = {144.4, 22.9};
    allocates(
        record(4) + 4 * doubles(2) + 2 * doubles(11) + 2 * doubles(3),
        () ->
            BundleAdjustmentGrad.reprojectionErrorJacobian(
                workspace, camera, point, 0.417, feature));
  }

  @Test
  void hands() {
    HandModel hand = in.hand(40, 60);
    double[] theta = in.normal(26);
    double[] shift = {0, 0};
    double[][] us = in.uniform(9, 2);
    int[] correspondences = in.integers(9, 40);
    double[][] points = in.normal(9, 3);
    long residuals = doubles(27);
    allocates(
        record(2) + residuals + rows(27, 26),
        () ->
            HandTrackingGrad.vertexResidualsJacobian(
                workspace, theta, hand, correspondences, points));
    allocates(
        record(3) + residuals + rows(27, 26) + rows(27, 2),
        () ->
            HandTrackingGrad.triangleResidualsJacobian(
                workspace, theta, shift, us, hand, correspondences, points));
  }

  @Test
  void expansionByMinors() {
    double[][] a = in.uniform(5, 5);
    double[][] da = new double[5][5];
    allocates(record(2), () -> DeterminantGrad.determinantGradAddTo(workspace, a, da));
  }

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

  /** What rows of numbers take that are returned. */
  private static long rows(int rows, int columns) {
    return rounded(16 + 4L * rows) + rows * doubles(columns);
  }

  @Test
  void networks() {
    double[][] v = in.weights(12, 78);
    double[] c = in.normal(12);
    double[][] w = in.weights(10, 12);
    double[] b = in.normal(10);
    double[][] inputs = in.uniform(3, 78);
    double[][] targets = in.bits(3, 10);
    double[][] dv = new double[12][78];
    double[] dc = new double[12];
    double[][] dw = new double[10][12];
    double[] db = new double[10];
    allocates(
        record(4),
        () ->
            TwoLayerNetworkGrad.lossGradAddTo(
                workspace, v, c, w, b, inputs, targets, dv, dc, dw, db));
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
