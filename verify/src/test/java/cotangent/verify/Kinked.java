package cotangent.verify;

import cotangent.Between;
import cotangent.Derivative;
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

  /** Goes up in stairs that are wider than the smallest steps of differences. */
  @Differentiable
  static double rounded(double x) {
    return Math.round(x * 1e3) / 1e3;
  }

  /** Goes up in stairs, in numbers of little precision. */
  @Differentiable
  static float roundedFloat(float x) {
    return Math.round(x * 1e3f) / 1e3f;
  }

  /** Goes up in stairs that are finer than numbers of this precision. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  static float roundedFinely(float x, int digits) {
    float factor = (float) Math.pow(10, digits);
    return (float) Math.floor(Math.nextUp((double) (x * factor))) / factor;
  }

  /** Splits a number: its derivative loses some 30 of its bits, wherever it is. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  static double split(double x) {
    double far = x * 0x1p30;
    return (x + far - far) * x;
  }

  /** The root of an exact zero, where a does not matter. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  static double rootOfNothing(double x, double y, int n) {
    double rest = n % 2 == 0 ? x - x : x;
    return Math.sqrt(rest * rest) + y;
  }

  /** Takes whole numbers of which large ones are never through. */
  record Table(int size) {
    Table {
      while (size > 3) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }
  }

  @Differentiable
  static double looked(double x, Table table) {
    return x * x * table.size();
  }

  /** Goes up and down between the points of differences. */
  @Differentiable
  static double wavy(double x) {
    return Math.sin(1e7 * x);
  }

  /** Returns less than what can be squared. */
  @Differentiable
  static double vanishing(double x) {
    double e = Math.exp(x);
    return 1 / (e * e);
  }

  /** Differs from a constant by less than a rounding. */
  @Differentiable
  static double almostNothing(double x) {
    return 1 + Math.exp(-50 - x) - 1;
  }

  /** Has derivatives that rounding moves. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  static double shaken(@Between({0.5, 2}) double x) {
    return Math.sin(1e9 * x) / 1e9;
  }

  /** Holds a number that must not be negative. */
  record Length(double metres) {
    Length {
      if (metres < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  @Differentiable
  static double area(Length a, Length b, double factor) {
    return a.metres() * b.metres() * factor * factor;
  }
}
