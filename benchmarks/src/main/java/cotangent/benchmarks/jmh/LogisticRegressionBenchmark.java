package cotangent.benchmarks.jmh;

import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.hand.LogisticRegressionByHand;
import cotangent.benchmarks.hipparchus.HipparchusObjectives;
import cotangent.benchmarks.objectives.LogisticRegression;
import cotangent.benchmarks.objectives.LogisticRegressionGrad;
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

/** Measures the logistic loss of 569 rows of 30 features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogisticRegressionBenchmark {
  private static final double BIAS = 0.5;
  private static final double PENALTY = 0.01;

  private final Inputs inputs = new Inputs(1);
  private final double[] w = inputs.normal(30);
  private final double[][] x = inputs.normal(569, 30);
  private final double[] y = inputs.signs(569);

  /** Computes the loss. */
  @Benchmark
  public double value() {
    return LogisticRegression.loss(w, BIAS, x, y, PENALTY);
  }

  /** Computes the loss and its gradient by generated code. */
  @Benchmark
  public LogisticRegressionGrad.LossGradient gradient() {
    return LogisticRegressionGrad.lossGrad(w, BIAS, x, y, PENALTY);
  }

  /** Computes the loss and its gradient by hand-written code. */
  @Benchmark
  public LogisticRegressionByHand.Gradient byHand() {
    return LogisticRegressionByHand.gradient(w, BIAS, x, y, PENALTY);
  }

  /** Computes the loss and its gradient in Hipparchus' forward mode. */
  @Benchmark
  public Gradient hipparchus() {
    return HipparchusObjectives.logisticRegression(w, BIAS, x, y, PENALTY);
  }
}
