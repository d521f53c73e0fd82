package cotangent.verify;

import java.util.function.DoubleUnaryOperator;

/** A companion as it is generated. */
final class KinkedGrad {
  private KinkedGrad() {}

  public static double distance(double x) {
    return Math.abs(x);
  }

  public static DistanceGradient distanceGrad(double x) {
    return new DistanceGradient(Math.abs(x), Math.signum(x));
  }

  public static double jump(double x) {
    return x < 0 ? 0 : 1;
  }

  public static DistanceGradient jumpGrad(double x) {
    return new DistanceGradient(x < 0 ? 0 : 1, 0);
  }

  public static double applied(double x, DoubleUnaryOperator f) {
    return f.applyAsDouble(1) * x;
  }

  public static DistanceGradient appliedGrad(double x, DoubleUnaryOperator f) {
    return new DistanceGradient(f.applyAsDouble(1) * x, f.applyAsDouble(1));
  }

  public static double neverReturns(double x) {
    throw new IllegalArgumentException("not " + x);
  }

  public static DistanceGradient neverReturnsGrad(double x) {
    throw new IllegalArgumentException("not " + x);
  }

  public static double high(double x) {
    double far = x * 0x1p30;
    return (x + far - far) * x;
  }

  public static DistanceGradient highGrad(double x) {
    return new DistanceGradient(high(x), 2 * x);
  }

  public record DistanceGradient(double value, double dx) {}
}
