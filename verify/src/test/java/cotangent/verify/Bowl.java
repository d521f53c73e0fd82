package cotangent.verify;

import cotangent.Between;
import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.Shape;

/** The method whose companions in {@link SpoiledTest} are right, or wrong in one way each. */
public final class Bowl {
  private Bowl() {}

  @Differentiable({
    Derivative.GRADIENT,
    Derivative.VJP,
    Derivative.JVP,
    Derivative.HESSIAN,
    Derivative.HVP
  })
  static double bowl(@Shape("n") double[] x, @Shape("n") double[] y, @Between({1, 2}) double a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += a * x[i] * x[i] * y[i] + y[i] * y[i] * y[i];
    }
    if (a > 1.9) {
      throw new IllegalStateException("too steep: " + a);
    }
    return sum;
  }
}
