package cotangent.benchmarks.jmh;

import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.SupportVectorMachineByHand;
import cotangent.benchmarks.hipparchus.HipparchusObjectives;
import cotangent.benchmarks.objectives.SupportVectorMachine;
import cotangent.benchmarks.objectives.SupportVectorMachineGrad;
import java.util.concurrent.TimeUnit;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the margins of 569 rows of 30 features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SupportVectorMachineBenchmark {
  private static final double COST = 0.1;

  private final Inputs inputs = new Inputs(2);
  private final double[] w = inputs.normal(30);
  private final double[][] x = inputs.normal(569, 30);
  private final double[] y = inputs.signs(569);

  /** Computes the objective. */
  @Benchmark
  public double value() {
    return SupportVectorMachine.objective(w, x, y, COST);
  }

  /** Computes the objective and its gradient by generated code. */
  @Benchmark
  public SupportVectorMachineGrad.ObjectiveGradient gradient() {
    return SupportVectorMachineGrad.objectiveGrad(w, x, y, COST);
  }

  /** Computes the objective and its gradient by hand-written code. */
  @Benchmark
  public SupportVectorMachineByHand.Gradient byHand() {
    return SupportVectorMachineByHand.gradient(w, x, y, COST);
  }

  /** Computes the objective and its gradient in Hipparchus' forward mode. */
  @Benchmark
  public Gradient hipparchus() {
    return HipparchusObjectives.supportVectorMachine(w, x, y, COST);
  }
}
