package cotangent.benchmarks.hand;

/** Differentiates the chain of operations: each element forward and backward at once. */
public final class ElementwiseChainByHand {
  private ElementwiseChainByHand() {}

  /** Adds the gradient to {@code dx}, and returns the value. */
  public static double addGradient(double[] x, double[] dx) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double y = x[i] * 0.5 + 1;
      double tanh = Math.tanh(Math.sin(y * y));
      sum += tanh;
      dx[i] += (1 - tanh * tanh) * Math.cos(y * y) * y;
    }
    return sum;
  }
}
