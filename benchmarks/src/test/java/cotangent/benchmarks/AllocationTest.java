package cotangent.benchmarks;

import cotangent.benchmarks.objectives.Bodies;
import cotangent.benchmarks.objectives.BodiesGrad;
import cotangent.benchmarks.objectives.BundleAdjustmentGrad;
import cotangent.benchmarks.objectives.DeterminantGrad;
import cotangent.benchmarks.objectives.ElementwiseChainGrad;
import cotangent.benchmarks.objectives.GaussianMixtureGrad;
import cotangent.benchmarks.objectives.HandModel;
import cotangent.benchmarks.objectives.HandTrackingGrad;
import cotangent.benchmarks.objectives.KMeansGrad;
import cotangent.benchmarks.objectives.LogSumExpGrad;
import cotangent.benchmarks.objectives.LogisticRegressionGrad;
import cotangent.benchmarks.objectives.LstmGrad;
import cotangent.benchmarks.objectives.ParticleGrad;
import cotangent.benchmarks.objectives.PolynomialFitGrad;
import cotangent.benchmarks.objectives.RecurrenceGrad;
import cotangent.benchmarks.objectives.RosenbrockGrad;
import cotangent.benchmarks.objectives.RungeKuttaGrad;
import cotangent.benchmarks.objectives.SaddleGrad;
import cotangent.benchmarks.objectives.SpectrumGrad;
import cotangent.benchmarks.objectives.SupportVectorMachineGrad;
import cotangent.benchmarks.objectives.TwoLayerNetworkGrad;
import org.junit.jupiter.api.Test;

/**
 * With a workspace, a gradient allocates nothing beyond what it returns, from the second call on.
 */
class AllocationTest extends Allocation {
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
  void bodiesInArrays() {
    int n = 10;
    double[][] at = in.uniform(7, n);
    double[][] d = new double[7][n];
    allocates(
        record(8),
        () ->
            BodiesGrad.ofArraysGradAddTo(
                workspace, at[0], at[1], at[2], at[3], at[4], at[5], at[6], 50, 0.01, d[0], d[1],
                d[2], d[3], d[4], d[5], d[6]));
  }

  @Test
  void initialValueProblem() {
    double[] x = in.uniform(10);
    double[] dx = new double[10];
    allocates(record(1) + 2 * doubles(10), () -> RungeKuttaGrad.integrateVjp(workspace, x, 10, x));
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
    allocates(record(1), () -> RosenbrockGrad.valleyJvp(workspace, x, dx));
    allocates(
        record(2) + doubles(100) + rows(100, 100),
        () -> RosenbrockGrad.valleyHessian(workspace, x));
    allocates(record(1), () -> ElementwiseChainGrad.ofLoopGradAddTo(workspace, x, dx));
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
    allocates(record(1), () -> LogisticRegressionGrad.lossJvp(workspace, w, 0.5, x, y, 0.01, w, 1));
    allocates(
        record(4) + 2 * doubles(30),
        () -> LogisticRegressionGrad.lossHvp(workspace, w, 0.5, x, y, 0.01, w, 1));
    allocates(
        record(2) + doubles(31) + rows(31, 31),
        () -> LogisticRegressionGrad.lossHessian(workspace, w, 0.5, x, y, 0.01));
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
    double[][] dcentroids = new double[5][4];
    allocates(record(1), () -> KMeansGrad.costGradAddTo(workspace, points, centroids, dcentroids));
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
  void longShortTermMemory() {
    double[][] mainParams = in.uniform(4, 56);
    double[][] extraParams = in.uniform(3, 14);
    double[][] state = in.uniform(4, 14);
    double[][] sequence = in.bits(20, 14);
    double[][] dmainParams = new double[4][56];
    double[][] dextraParams = new double[3][14];
    allocates(
        record(3),
        () ->
            LstmGrad.lossGradAddTo(
                workspace, mainParams, extraParams, state, sequence, dmainParams, dextraParams));
  }

  @Test
  void nestedGradients() {
    allocates(record(2), () -> ParticleGrad.costByReverseGrad(workspace, 0.1));
    allocates(record(2), () -> ParticleGrad.costByForwardGrad(workspace, 0.1));
    allocates(record(1), () -> ParticleGrad.costByReverseJvp(workspace, 0.1, 1));
    allocates(record(1), () -> ParticleGrad.costByForwardJvp(workspace, 0.1, 1));
    double[] p = {0.3, 0.4};
    double[] start = {1, 1};
    double[] dp = new double[2];
    allocates(record(1), () -> SaddleGrad.highestByReverseGradAddTo(workspace, p, start, dp));
    allocates(record(1), () -> SaddleGrad.highestByForwardGradAddTo(workspace, p, start, dp));
    allocates(record(1), () -> SaddleGrad.highestByReverseJvp(workspace, p, start, dp));
    allocates(record(1), () -> SaddleGrad.highestByForwardJvp(workspace, p, start, dp));
  }

  @Test
  void spectra() {
    double[] signal = in.uniform(32);
    double[] weights = in.uniform(32);
    double[] dsignal = new double[32];
    double[] dweights = new double[32];
    allocates(
        record(2),
        () -> SpectrumGrad.ofObjectsGradAddTo(workspace, signal, weights, dsignal, dweights));
    allocates(
        record(2),
        () -> SpectrumGrad.ofArraysGradAddTo(workspace, signal, weights, dsignal, dweights));
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
}
