package cotangent.verify;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Methods at which differences, or drawing, come to an end. */
public final class Kinked {
  private Kinked() {}

  @Differentiable
  static double distance(double x) {
    return Math.abs(x);
  }

  @Differentiable
  static double jump(double x) {
    return x < 0 ? 0 : 1;
  }

  @Differentiable
  static double applied(double x, DoubleUnaryOperator f) {
    return f.applyAsDouble(1) * x;
  }

  @Differentiable
  static double neverReturns(double x) {
    throw new IllegalArgumentException("not " + x);
  }

  /** Leaves out the last bits of a number, so that it goes up in stairs. */
  @Differentiable
  static double high(double x) {
    double far = x * 0x1p30;
    return (x + far - far) * x;
  }
}
