package cotangent.benchmarks.ratio;

import cotangent.Workspace;
import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.ElementwiseChainByHand;
import cotangent.benchmarks.hand.LogDeterminantByHand;
import cotangent.benchmarks.hand.TwoLayerNetworkByHand;
import cotangent.benchmarks.objectives.ElementwiseChainGrad;
import cotangent.benchmarks.objectives.LogDeterminant;
import cotangent.benchmarks.objectives.LogDeterminantGrad;
import cotangent.benchmarks.objectives.TensorNetwork;
import cotangent.benchmarks.objectives.TensorNetworkGrad;
import cotangent.benchmarks.objectives.TwoLayerNetworkGrad;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Rows of programs with tensors: gradient over value, and the gradient beside that of the same
 * program with loops.
 */
final class TensorsBesideLoops {
  private TensorsBesideLoops() {}

  static List<Workload> all() {
    return List.of(
        new Network(784, 128, 10, 32).overValue(),
        new Network(784, 128, 10, 32).overLoops(),
        new Network(784, 128, 10, 1).overValue(),
        new Network(784, 128, 10, 1).overLoops(),
        new Network(10, 20, 5, 1).overValue(),
        new Network(10, 20, 5, 1).overLoops(),
        chain(false),
        chain(true),
        logDeterminant(false),
        logDeterminant(true));
  }

  private static Workload row(
      String name,
      boolean overLoops,
      DoubleSupplier value,
      DoubleSupplier tensors,
      DoubleSupplier loops,
      DoubleSupplier byHand) {
    return Workload.of(
            (overLoops ? "tensors to loops " : "tensors ") + name, overLoops ? loops : value)
        .gradient(tensors)
        .byHand(byHand);
  }

  /** A network of two layers, its inputs, and where its gradients go. */
  private static final class Network {
    private final String name;
    private final double[][] v;
    private final double[] c;
    private final double[][] w;
    private final double[] b;
    private final double[][] inputs;
    private final double[][] targets;

    Network(int n, int hidden, int m, int batch) {
      Inputs in = new Inputs(13);
      name = n + "-" + hidden + "-" + m + " b" + batch;
      v = in.weights(hidden, n);
      c = in.normal(hidden);
      w = in.weights(m, hidden);
      b = in.normal(m);
      inputs = in.uniform(batch, n);
      targets = in.bits(batch, m);
    }

    Workload overValue() {
      return workload(false);
    }

    Workload overLoops() {
      return workload(true);
    }

    private Workload workload(boolean overLoops) {
      Vector ofC = Vector.of(c);
      Vector ofB = Vector.of(b);
      Vector dc = Vector.zeros(c.length);
      Vector db = Vector.zeros(b.length);
      Workspace workspace = new Workspace();
      if (inputs.length == 1) {
        Matrix ofV = Matrix.of(v);
        Matrix ofW = Matrix.of(w);
        Matrix dv = Matrix.zeros(ofV.rows(), ofV.columns());
        Matrix dw = Matrix.zeros(ofW.rows(), ofW.columns());
        Vector x = Vector.of(inputs[0]);
        Vector y = Vector.of(targets[0]);
        return row(
            overLoops,
            () -> TensorNetwork.single(ofV, ofC, ofW, ofB, x, y),
            () ->
                TensorNetworkGrad.singleGradAddTo(
                        workspace, ofV, ofC, ofW, ofB, x, y, dv, dc, dw, db)
                    .value());
      }
      Matrix ofV = Matrix.of(v).transpose();
      Matrix ofW = Matrix.of(w).transpose();
      Matrix dv = Matrix.zeros(ofV.rows(), ofV.columns());
      Matrix dw = Matrix.zeros(ofW.rows(), ofW.columns());
      Matrix x = Matrix.of(inputs);
      Matrix y = Matrix.of(targets);
      return row(
          overLoops,
          () -> TensorNetwork.batch(ofV, ofC, ofW, ofB, x, y),
          () ->
              TensorNetworkGrad.batchGradAddTo(workspace, ofV, ofC, ofW, ofB, x, y, dv, dc, dw, db)
                  .value());
    }

    private Workload row(boolean overLoops, DoubleSupplier value, DoubleSupplier tensors) {
      double[][] dv = new double[v.length][v[0].length];
      double[] dc = new double[c.length];
      double[][] dw = new double[w.length][w[0].length];
      double[] db = new double[b.length];
      Workspace workspace = new Workspace();
      return TensorsBesideLoops.row(
          name,
          overLoops,
          value,
          tensors,
          () ->
              TwoLayerNetworkGrad.lossGradAddTo(
                      workspace, v, c, w, b, inputs, targets, dv, dc, dw, db)
                  .value(),
          () -> TwoLayerNetworkByHand.addGradient(v, c, w, b, inputs, targets, dv, dc, dw, db));
    }
  }

  private static Workload chain(boolean overLoops) {
    double[] x = new Inputs(14).normal(1_000_000);
    double[] dx = new double[x.length];
    Vector ofX = Vector.wrap(x);
    Vector ofDx = Vector.wrap(dx);
    Workspace workspace = new Workspace();
    return row(
        "chain of five 1e6",
        overLoops,
        () -> ElementwiseChainGrad.ofVector(ofX),
        () -> ElementwiseChainGrad.ofVectorGradAddTo(workspace, ofX, ofDx).value(),
        () -> ElementwiseChainGrad.ofLoopGradAddTo(workspace, x, dx).value(),
        () -> ElementwiseChainByHand.addGradient(x, dx));
  }

  private static Workload logDeterminant(boolean overLoops) {
    int n = 200;
    double[][] a = new Inputs(15).weights(n, n);
    for (int i = 0; i < n; i++) {
      a[i][i] += 3;
    }
    double[][] da = new double[n][n];
    Matrix ofA = Matrix.of(a);
    Matrix ofDa = Matrix.zeros(n, n);
    Workspace workspace = new Workspace();
    return row(
        "logDeterminant 200",
        overLoops,
        () -> LogDeterminant.ofMatrix(ofA),
        () -> LogDeterminantGrad.ofMatrixGradAddTo(workspace, ofA, ofDa).value(),
        () -> LogDeterminantGrad.ofLoopsGradAddTo(workspace, a, da).value(),
        () -> LogDeterminantByHand.addGradient(a, da));
  }
}
