package cotangent.benchmarks.jmh;

import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.TwoLayerNetworkByHand;
import cotangent.benchmarks.objectives.TwoLayerNetwork;
import cotangent.benchmarks.objectives.TwoLayerNetworkGrad;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the network of 784 inputs, 128 hidden units and 10 outputs; gradients are added up. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TwoLayerNetworkBenchmark {
  /** The number of samples in a batch. */
  @Param({"1", "32"})
  public int batch;

  private final Inputs random = new Inputs(4);
  private final double[][] v = random.weights(128, 784);
  private final double[] c = random.normal(128);
  private final double[][] w = random.weights(10, 128);
  private final double[] b = random.normal(10);
  private final double[][] dv = new double[128][784];
  private final double[] dc = new double[128];
  private final double[][] dw = new double[10][128];
  private final double[] db = new double[10];
  private double[][] inputs = {};
  private double[][] targets = {};

  /** Makes the batch. */
  @Setup(Level.Trial)
  public void fillBatch() {
    inputs = random.uniform(batch, 784);
    targets = random.bits(batch, 10);
  }

  /** Computes the loss. */
  @Benchmark
  public double value() {
    return TwoLayerNetwork.loss(v, c, w, b, inputs, targets);
  }

  /** Computes the loss and adds its gradient by generated code. */
  @Benchmark
  public TwoLayerNetworkGrad.LossGradient gradient() {
    return TwoLayerNetworkGrad.lossGradAddTo(v, c, w, b, inputs, targets, dv, dc, dw, db);
  }

  /** Computes the loss and adds its gradient by hand-written code. */
  @Benchmark
  public double byHand() {
    return TwoLayerNetworkByHand.addGradient(v, c, w, b, inputs, targets, dv, dc, dw, db);
  }
}
