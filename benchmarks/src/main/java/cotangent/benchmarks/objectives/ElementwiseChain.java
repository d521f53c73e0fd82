package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.tensor.Vector;

/** Five operations element by element, and their sum. */
public final class ElementwiseChain {
  private ElementwiseChain() {}

  /** Sums {@code tanh(sin((x / 2 + 1)²))}, an operation on the whole vector after the other. */
  @Differentiable
  public static double ofVector(Vector x) {
    return x.times(0.5).plus(1).square().sin().tanh().sum();
  }

  /** Sums the same in a loop. */
  @Differentiable
  public static double ofLoop(double[] x) {
    double sum = 0;
    for (double each : x) {
      double y = each * 0.5 + 1;
      sum += Math.tanh(Math.sin(y * y));
    }
    return sum;
  }
}
