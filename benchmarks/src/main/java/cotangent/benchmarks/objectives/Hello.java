package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Holds the smallest objective: GradBench's {@code hello}, which checks the plumbing. */
public final class Hello {
  private Hello() {}

  /** Squares {@code x}. */
  @Differentiable
  public static double square(double x) {
    return x * x;
  }
}
