package cotangent.benchmarks.jmh;

import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.RosenbrockByHand;
import cotangent.benchmarks.hipparchus.HipparchusObjectives;
import cotangent.benchmarks.objectives.Rosenbrock;
import cotangent.benchmarks.objectives.RosenbrockGrad;
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

/** Measures the curved valley in 1,000 dimensions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RosenbrockBenchmark {
  private final double[] x = new Inputs(3).normal(1000);

  /** Computes the value. */
  @Benchmark
  public double value() {
    return Rosenbrock.valley(x);
  }

  /** Computes the value and its gradient by generated code. */
  @Benchmark
  public RosenbrockGrad.ValleyGradient gradient() {
    return RosenbrockGrad.valleyGrad(x);
  }

  /** Computes the value and its gradient by hand-written code. */
  @Benchmark
  public RosenbrockByHand.Gradient byHand() {
    return RosenbrockByHand.gradient(x);
  }

  /** Computes the value and its gradient in Hipparchus' forward mode. */
  @Benchmark
  public Gradient hipparchus() {
    return HipparchusObjectives.rosenbrock(x);
  }
}
