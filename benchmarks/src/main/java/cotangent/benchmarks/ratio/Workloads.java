package cotangent.benchmarks.ratio;

import cotangent.Workspace;
import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.BundleAdjustmentByHand;
import cotangent.benchmarks.hand.DeterminantByHand;
import cotangent.benchmarks.hand.GaussianMixtureByHand;
import cotangent.benchmarks.hand.HandTrackingByHand;
import cotangent.benchmarks.hand.KMeansByHand;
import cotangent.benchmarks.hand.LogSumExpByHand;
import cotangent.benchmarks.hand.LogisticRegressionByHand;
import cotangent.benchmarks.hand.LstmByHand;
import cotangent.benchmarks.hand.PolynomialFitByHand;
import cotangent.benchmarks.hand.RecurrenceByHand;
import cotangent.benchmarks.hand.RosenbrockByHand;
import cotangent.benchmarks.hand.RungeKuttaByHand;
import cotangent.benchmarks.hand.SupportVectorMachineByHand;
import cotangent.benchmarks.hand.TwoLayerNetworkByHand;
import cotangent.benchmarks.hipparchus.HipparchusObjectives;
import cotangent.benchmarks.objectives.BundleAdjustment;
import cotangent.benchmarks.objectives.BundleAdjustmentGrad;
import cotangent.benchmarks.objectives.Determinant;
import cotangent.benchmarks.objectives.DeterminantGrad;
import cotangent.benchmarks.objectives.GaussianMixture;
import cotangent.benchmarks.objectives.GaussianMixtureGrad;
import cotangent.benchmarks.objectives.HandModel;
import cotangent.benchmarks.objectives.HandTracking;
import cotangent.benchmarks.objectives.HandTrackingGrad;
import cotangent.benchmarks.objectives.KMeans;
import cotangent.benchmarks.objectives.KMeansGrad;
import cotangent.benchmarks.objectives.LogSumExp;
import cotangent.benchmarks.objectives.LogSumExpGrad;
import cotangent.benchmarks.objectives.LogisticRegression;
import cotangent.benchmarks.objectives.LogisticRegressionGrad;
import cotangent.benchmarks.objectives.Lstm;
import cotangent.benchmarks.objectives.LstmGrad;
import cotangent.benchmarks.objectives.PolynomialFit;
import cotangent.benchmarks.objectives.PolynomialFitGrad;
import cotangent.benchmarks.objectives.Recurrence;
import cotangent.benchmarks.objectives.RecurrenceGrad;
import cotangent.benchmarks.objectives.Rosenbrock;
import cotangent.benchmarks.objectives.RosenbrockGrad;
import cotangent.benchmarks.objectives.RungeKutta;
import cotangent.benchmarks.objectives.RungeKuttaGrad;
import cotangent.benchmarks.objectives.SupportVectorMachine;
import cotangent.benchmarks.objectives.SupportVectorMachineGrad;
import cotangent.benchmarks.objectives.TwoLayerNetwork;
import cotangent.benchmarks.objectives.TwoLayerNetworkGrad;
import java.util.Arrays;
import java.util.List;

/** Lists the rows of the table of ratios, each with inputs of its own. */
final class Workloads {
  private static final int RECURRENCE_STEPS = 1_000_000;

  private Workloads() {}

  static List<Workload> all() {
    return List.of(
        logisticRegression(),
        supportVectorMachine(),
        rosenbrock(10),
        rosenbrock(50),
        rosenbrock(1000),
        network(1),
        network(32),
        cubic(),
        pendulum(),
        polynomialFit(1024, 128),
        logSumExp(160_000),
        gaussianMixture(10, 25),
        gaussianMixture(64, 10),
        lstm(2),
        lstm(4),
        determinant(5),
        determinant(8),
        ode(10, 10),
        ode(1000, 10),
        ode(10_000, 10),
        kMeans(100, 1000, 8),
        bundleAdjustment(),
        handTracking());
  }

  private static Workload logisticRegression() {
    Inputs in = new Inputs(1);
    double[] w = in.normal(30);
    double[][] x = in.normal(569, 30);
    double[] y = in.signs(569);
    Workspace workspace = new Workspace();
    double[] dw = new double[30];
    return Workload.of("logistic 569x30", () -> LogisticRegression.loss(w, 0.5, x, y, 0.01))
        .gradient(
            () -> LogisticRegressionGrad.lossGradAddTo(workspace, w, 0.5, x, y, 0.01, dw).value())
        .byHand(() -> LogisticRegressionByHand.gradient(w, 0.5, x, y, 0.01).value())
        .hipparchus(() -> HipparchusObjectives.logisticRegression(w, 0.5, x, y, 0.01).getValue());
  }

  private static Workload supportVectorMachine() {
    Inputs in = new Inputs(2);
    double[] w = in.normal(30);
    double[][] x = in.normal(569, 30);
    double[] y = in.signs(569);
    double[] dw = new double[30];
    return Workload.of("svm 569x30", () -> SupportVectorMachine.objective(w, x, y, 0.1))
        .gradient(() -> SupportVectorMachineGrad.objectiveGradAddTo(w, x, y, 0.1, dw).value())
        .byHand(() -> SupportVectorMachineByHand.gradient(w, x, y, 0.1).value())
        .hipparchus(() -> HipparchusObjectives.supportVectorMachine(w, x, y, 0.1).getValue());
  }

  private static Workload rosenbrock(int n) {
    double[] x = new Inputs(3).normal(n);
    double[] dx = new double[n];
    return Workload.of("rosenbrock " + n, () -> Rosenbrock.valley(x))
        .gradient(() -> RosenbrockGrad.valleyGradAddTo(x, dx).value())
        .byHand(() -> RosenbrockByHand.gradient(x).value())
        .hipparchus(() -> HipparchusObjectives.rosenbrock(x).getValue());
  }

  private static Workload network(int batch) {
    Inputs in = new Inputs(4);
    double[][] v = in.weights(128, 784);
    double[] c = in.normal(128);
    double[][] w = in.weights(10, 128);
    double[] b = in.normal(10);
    double[][] inputs = in.uniform(batch, 784);
    double[][] targets = in.bits(batch, 10);
    double[][] dv = new double[128][784];
    double[] dc = new double[128];
    double[][] dw = new double[10][128];
    double[] db = new double[10];
    Workspace workspace = new Workspace();
    return Workload.of(
            "network batch " + batch, () -> TwoLayerNetwork.loss(v, c, w, b, inputs, targets))
        .gradient(
            () ->
                TwoLayerNetworkGrad.lossGradAddTo(
                        workspace, v, c, w, b, inputs, targets, dv, dc, dw, db)
                    .value())
        .byHand(
            () -> TwoLayerNetworkByHand.addGradient(v, c, w, b, inputs, targets, dv, dc, dw, db));
  }

  private static Workload cubic() {
    double[] states = new double[RECURRENCE_STEPS];
    Workspace workspace = new Workspace();
    return Workload.of("recurrence", () -> Recurrence.cubic(0.3, 0.7, 1e-5, RECURRENCE_STEPS))
        .gradient(
            () -> RecurrenceGrad.cubicGrad(workspace, 0.3, 0.7, 1e-5, RECURRENCE_STEPS).value())
        .byHand(() -> RecurrenceByHand.cubic(0.3, 0.7, 1e-5, RECURRENCE_STEPS, states).value())
        .hipparchus(() -> HipparchusObjectives.cubic(0.3, 0.7, 1e-5, RECURRENCE_STEPS).getValue());
  }

  private static Workload pendulum() {
    double[] states = new double[RECURRENCE_STEPS];
    double[] sines = new double[RECURRENCE_STEPS];
    Workspace workspace = new Workspace();
    return Workload.of(
            "recurrence with sin", () -> Recurrence.pendulum(0.3, 0.7, 1e-5, RECURRENCE_STEPS))
        .gradient(
            () -> RecurrenceGrad.pendulumGrad(workspace, 0.3, 0.7, 1e-5, RECURRENCE_STEPS).value())
        .byHand(
            () ->
                RecurrenceByHand.pendulum(0.3, 0.7, 1e-5, RECURRENCE_STEPS, states, sines).value())
        .hipparchus(
            () -> HipparchusObjectives.pendulum(0.3, 0.7, 1e-5, RECURRENCE_STEPS).getValue());
  }

  private static Workload polynomialFit(int n, int m) {
    double[] x = new Inputs(5).uniform(m);
    double[] dx = new double[m];
    return Workload.of("llsq n" + n + " m" + m, () -> PolynomialFit.halfSquaredError(x, n))
        .gradient(() -> PolynomialFitGrad.halfSquaredErrorGradAddTo(x, n, dx).value())
        .byHand(() -> PolynomialFitByHand.gradient(x, n).value());
  }

  private static Workload logSumExp(int n) {
    double[] x = new Inputs(6).uniform(n);
    double[] dx = new double[n];
    Workspace workspace = new Workspace();
    return Workload.of("lse n" + n, () -> LogSumExp.logSumExp(x))
        .gradient(() -> LogSumExpGrad.logSumExpGradAddTo(workspace, x, dx).value())
        .byHand(() -> LogSumExpByHand.gradient(x).value());
  }

  private static Workload gaussianMixture(int d, int k) {
    Inputs in = new Inputs(7);
    double[][] x = in.normal(1000, d);
    double[] alpha = in.normal(k);
    double[][] mu = in.uniform(k, d);
    double[][] q = in.normal(k, d);
    double[][] l = in.normal(k, d * (d - 1) / 2);
    double[] dalpha = new double[k];
    double[][] dmu = new double[k][d];
    double[][] dq = new double[k][d];
    double[][] dl = new double[k][d * (d - 1) / 2];
    Workspace workspace = new Workspace();
    return Workload.of(
            "gmm d" + d + " k" + k, () -> GaussianMixture.logPosterior(alpha, mu, q, l, x, 1, 0))
        .gradient(
            () ->
                GaussianMixtureGrad.logPosteriorGradAddTo(
                        workspace, alpha, mu, q, l, x, 1, 0, dalpha, dmu, dq, dl)
                    .value())
        .byHand(() -> GaussianMixtureByHand.gradient(alpha, mu, q, l, x, 1, 0).value());
  }

  private static Workload lstm(int layers) {
    int bits = 14;
    Inputs in = new Inputs(8);
    double[][] mainParams = in.uniform(2 * layers, 4 * bits);
    double[][] extraParams = in.uniform(3, bits);
    double[][] state = in.uniform(2 * layers, bits);
    double[][] sequence = in.bits(1024, bits);
    double[][] dmainParams = new double[2 * layers][4 * bits];
    double[][] dextraParams = new double[3][bits];
    Workspace workspace = new Workspace();
    return Workload.of(
            "lstm l" + layers + " c1024", () -> Lstm.loss(mainParams, extraParams, state, sequence))
        .gradient(
            () ->
                LstmGrad.lossGradAddTo(
                        workspace,
                        mainParams,
                        extraParams,
                        state,
                        sequence,
                        dmainParams,
                        dextraParams)
                    .value())
        .byHand(() -> LstmByHand.gradient(mainParams, extraParams, state, sequence).value());
  }

  private static Workload determinant(int n) {
    double[][] a = new Inputs(9).uniform(n, n);
    double[][] da = new double[n][n];
    return Workload.of("det " + n, () -> Determinant.determinant(a))
        .gradient(() -> DeterminantGrad.determinantGradAddTo(a, da).value())
        .byHand(() -> DeterminantByHand.gradient(a).value());
  }

  private static Workload ode(int n, int steps) {
    double[] x = new Inputs(10).uniform(n);
    double[] dx = new double[n];
    Workspace workspace = new Workspace();
    return Workload.of("ode n" + n + " s" + steps, () -> RungeKutta.last(x, steps))
        .gradient(() -> RungeKuttaGrad.lastGradAddTo(workspace, x, steps, dx).value())
        .byHand(() -> RungeKuttaByHand.last(x, steps).value());
  }

  private static Workload kMeans(int k, int n, int d) {
    double[][] points = new Inputs(11).uniform(n, d);
    double[][] centroids = Arrays.copyOfRange(points, n - k, n);
    double[][] ones = new double[k][d];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    return Workload.of("kmeans k" + k + " n" + n + " d" + d, () -> KMeans.cost(points, centroids))
        .gradient(() -> KMeansGrad.costHvp(points, centroids, ones).value())
        .byHand(() -> KMeansByHand.derivatives(points, centroids).value());
  }

  private static Workload bundleAdjustment() {
    double[] camera = {-0.76, -1.11, -0.85, 34.6, 39.7, 53.9, 419.2, 5.9, -8.5, 0.088, 0.0027};
    double[] point = {7.2, 0.0011, 3.02};
    double[] feature = {144.4, 22.9};
    Workspace workspace = new Workspace();
    return Workload.of(
            "ba block 2x15",
            () -> BundleAdjustment.reprojectionError(camera, point, 0.417, feature)[0])
        .gradient(
            () ->
                BundleAdjustmentGrad.reprojectionErrorJacobian(
                        workspace, camera, point, 0.417, feature)
                    .value()[0])
        .byHand(() -> BundleAdjustmentByHand.jacobian(camera, point, 0.417, feature).value()[0]);
  }

  private static Workload handTracking() {
    Inputs in = new Inputs(12);
    HandModel hand = in.hand(544, 1084);
    double[] theta = in.normal(26);
    double[] shift = {0, 0};
    double[][] us = in.uniform(100, 2);
    int[] correspondences = in.integers(100, 1084);
    double[][] points = in.normal(100, 3);
    Workspace workspace = new Workspace();
    return Workload.of(
            "ht 300x28",
            () ->
                HandTracking.triangleResiduals(theta, shift, us, hand, correspondences, points)[0])
        .gradient(
            () ->
                HandTrackingGrad.triangleResidualsJacobian(
                        workspace, theta, shift, us, hand, correspondences, points)
                    .value()[0])
        .byHand(
            () ->
                HandTrackingByHand.triangleJacobian(theta, us, hand, correspondences, points)
                    .value()[0]);
  }
}
