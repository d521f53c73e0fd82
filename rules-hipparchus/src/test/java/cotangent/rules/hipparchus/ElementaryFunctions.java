package cotangent.rules.hipparchus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.JVP;

import cotangent.Between;
import cotangent.Differentiable;
import org.hipparchus.util.FastMath;

/** Calls each elementary function that has rules, once. */
final class ElementaryFunctions {
  private ElementaryFunctions() {}

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double sqrt(@Between({0.2, 4}) double x) {
    return FastMath.sqrt(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double cbrt(@Between({0.2, 4}) double x) {
    return FastMath.cbrt(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double exp(@Between({-1.5, 1.5}) double x) {
    return FastMath.exp(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double expm1(@Between({-1.5, 1.5}) double x) {
    return FastMath.expm1(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double log(@Between({0.2, 4}) double x) {
    return FastMath.log(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double log1p(@Between({-0.5, 3}) double x) {
    return FastMath.log1p(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double log10(@Between({0.2, 4}) double x) {
    return FastMath.log10(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double sin(@Between({-1.5, 1.5}) double x) {
    return FastMath.sin(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double cos(@Between({-1.5, 1.5}) double x) {
    return FastMath.cos(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double tan(@Between({-1.5, 1.5}) double x) {
    return FastMath.tan(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double asin(@Between({-0.9, 0.9}) double x) {
    return FastMath.asin(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double acos(@Between({-0.9, 0.9}) double x) {
    return FastMath.acos(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double atan(@Between({-1.5, 1.5}) double x) {
    return FastMath.atan(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double sinh(@Between({-1.5, 1.5}) double x) {
    return FastMath.sinh(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double cosh(@Between({-1.5, 1.5}) double x) {
    return FastMath.cosh(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double tanh(@Between({-1.5, 1.5}) double x) {
    return FastMath.tanh(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double asinh(@Between({-1.5, 1.5}) double x) {
    return FastMath.asinh(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double acosh(@Between({1.2, 4}) double x) {
    return FastMath.acosh(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double atanh(@Between({-0.9, 0.9}) double x) {
    return FastMath.atanh(x);
  }

  @Differentiable({GRADIENT, JVP})
  static double abs(@Between({-1.5, 1.5}) double x) {
    return FastMath.abs(x);
  }

  @Differentiable({GRADIENT, JVP})
  static double toRadians(@Between({-1.5, 1.5}) double x) {
    return FastMath.toRadians(x);
  }

  @Differentiable({GRADIENT, JVP})
  static double toDegrees(@Between({-1.5, 1.5}) double x) {
    return FastMath.toDegrees(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double pow(@Between({0.3, 3}) double x, @Between({-2, 3}) double y) {
    return FastMath.pow(x, y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logToBase(@Between({1.5, 4}) double x, @Between({0.3, 3}) double y) {
    return FastMath.log(x, y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double atan2(double x, double y) {
    return FastMath.atan2(x, y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double hypot(double x, double y) {
    return FastMath.hypot(x, y);
  }

  @Differentiable({GRADIENT, JVP})
  static double max(double x, double y) {
    return FastMath.max(x, y);
  }

  @Differentiable({GRADIENT, JVP})
  static double min(double x, double y) {
    return FastMath.min(x, y);
  }

  @Differentiable({GRADIENT, JVP})
  static double copySign(double x, double y) {
    return FastMath.copySign(x, y);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double wholePow(@Between({0.3, 3}) double x, int n) {
    return FastMath.pow(x, n) + FastMath.pow(x, (long) n + 1);
  }

  @Differentiable({GRADIENT, JVP})
  static double scalb(double x) {
    return FastMath.scalb(x, 3);
  }

  @Differentiable(GRADIENT)
  static double rootTimes(@Between({0.5, 2}) double x, double y) {
    return FastMath.sqrt(x) * y;
  }
}
