package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.util.FastMath;

/**
 * The derivatives of Hipparchus' own elementary functions, which work on the bits of numbers; kinks
 * are treated as those of {@code Math} are.
 */
public final class FastMathRules {
  private static final double LN10 = Math.log(10);

  private FastMathRules() {}

  /** Weighs a slope; what doesn't count contributes nothing, also where the slope is infinite. */
  private static double weighed(double slope, double seed) {
    return seed == 0 ? 0 : slope * seed;
  }

  /** Differentiates the square root. */
  @DerivativeOf(owner = FastMath.class, method = "sqrt")
  @Differentiable
  public static double sqrtPullback(double x, double value, double seed) {
    return weighed(0.5 / value, seed);
  }

  /** Differentiates the cube root. */
  @DerivativeOf(owner = FastMath.class, method = "cbrt")
  @Differentiable
  public static double cbrtPullback(double x, double value, double seed) {
    return weighed(1 / (3 * value * value), seed);
  }

  /** Differentiates the exponential. */
  @DerivativeOf(owner = FastMath.class, method = "exp")
  @Differentiable
  public static double expPullback(double x, double value, double seed) {
    return weighed(value, seed);
  }

  /** Differentiates the exponential less 1. */
  @DerivativeOf(owner = FastMath.class, method = "expm1")
  @Differentiable
  public static double expm1Pullback(double x, double value, double seed) {
    return weighed(value + 1, seed);
  }

  /** Differentiates the logarithm. */
  @DerivativeOf(owner = FastMath.class, method = "log")
  @Differentiable
  public static double logPullback(double x, double value, double seed) {
    return weighed(1 / x, seed);
  }

  /** Differentiates the logarithm of 1 + x. */
  @DerivativeOf(owner = FastMath.class, method = "log1p")
  @Differentiable
  public static double log1pPullback(double x, double value, double seed) {
    return weighed(1 / (1 + x), seed);
  }

  /** Differentiates the decimal logarithm. */
  @DerivativeOf(owner = FastMath.class, method = "log10")
  @Differentiable
  public static double log10Pullback(double x, double value, double seed) {
    return weighed(1 / (x * LN10), seed);
  }

  /** Differentiates the sine. */
  @DerivativeOf(owner = FastMath.class, method = "sin")
  @Differentiable
  public static double sinPullback(double x, double value, double seed) {
    return weighed(Math.cos(x), seed);
  }

  /** Differentiates the cosine. */
  @DerivativeOf(owner = FastMath.class, method = "cos")
  @Differentiable
  public static double cosPullback(double x, double value, double seed) {
    return weighed(-Math.sin(x), seed);
  }

  /** Differentiates the tangent. */
  @DerivativeOf(owner = FastMath.class, method = "tan")
  @Differentiable
  public static double tanPullback(double x, double value, double seed) {
    return weighed(1 + value * value, seed);
  }

  /** Differentiates the arc sine. */
  @DerivativeOf(owner = FastMath.class, method = "asin")
  @Differentiable
  public static double asinPullback(double x, double value, double seed) {
    return weighed(1 / Math.sqrt((1 - x) * (1 + x)), seed);
  }

  /** Differentiates the arc cosine. */
  @DerivativeOf(owner = FastMath.class, method = "acos")
  @Differentiable
  public static double acosPullback(double x, double value, double seed) {
    return weighed(-1 / Math.sqrt((1 - x) * (1 + x)), seed);
  }

  /** Differentiates the arc tangent. */
  @DerivativeOf(owner = FastMath.class, method = "atan")
  @Differentiable
  public static double atanPullback(double x, double value, double seed) {
    return weighed(1 / (1 + x * x), seed);
  }

  /** Differentiates the hyperbolic sine. */
  @DerivativeOf(owner = FastMath.class, method = "sinh")
  @Differentiable
  public static double sinhPullback(double x, double value, double seed) {
    return weighed(Math.cosh(x), seed);
  }

  /** Differentiates the hyperbolic cosine. */
  @DerivativeOf(owner = FastMath.class, method = "cosh")
  @Differentiable
  public static double coshPullback(double x, double value, double seed) {
    return weighed(Math.sinh(x), seed);
  }

  /** Differentiates the hyperbolic tangent. */
  @DerivativeOf(owner = FastMath.class, method = "tanh")
  @Differentiable
  public static double tanhPullback(double x, double value, double seed) {
    return weighed(1 - value * value, seed);
  }

  /** Differentiates the inverse of the hyperbolic sine. */
  @DerivativeOf(owner = FastMath.class, method = "asinh")
  @Differentiable
  public static double asinhPullback(double x, double value, double seed) {
    return weighed(1 / Math.hypot(1, x), seed);
  }

  /** Differentiates the inverse of the hyperbolic cosine. */
  @DerivativeOf(owner = FastMath.class, method = "acosh")
  @Differentiable
  public static double acoshPullback(double x, double value, double seed) {
    return weighed(1 / Math.sqrt((x - 1) * (x + 1)), seed);
  }

  /** Differentiates the inverse of the hyperbolic tangent. */
  @DerivativeOf(owner = FastMath.class, method = "atanh")
  @Differentiable
  public static double atanhPullback(double x, double value, double seed) {
    return weighed(1 / ((1 - x) * (1 + x)), seed);
  }

  /** Differentiates the absolute value. */
  @DerivativeOf(owner = FastMath.class, method = "abs")
  @Differentiable
  public static double absPullback(double x, double value, double seed) {
    return weighed(Math.signum(x), seed);
  }

  /** Differentiates degrees as radians. */
  @DerivativeOf(owner = FastMath.class, method = "toRadians")
  @Differentiable
  public static double toRadiansPullback(double x, double value, double seed) {
    return weighed(Math.PI / 180, seed);
  }

  /** Differentiates radians as degrees. */
  @DerivativeOf(owner = FastMath.class, method = "toDegrees")
  @Differentiable
  public static double toDegreesPullback(double x, double value, double seed) {
    return weighed(180 / Math.PI, seed);
  }

  /** Differentiates a power by both of its arguments. */
  @DerivativeOf(owner = FastMath.class, method = "pow")
  @Differentiable({VJP, JVP})
  public static ByTwo powPullback(double x, double y, double value, double seed) {
    double byBase = y == 0 ? 0 : y * Math.pow(x, y - 1);
    double byExponent = x == 0 && y >= 0 ? 0 : value * Math.log(x);
    return new ByTwo(weighed(byBase, seed), weighed(byExponent, seed));
  }

  /** Differentiates a whole power. */
  @DerivativeOf(owner = FastMath.class, method = "pow")
  @Differentiable
  public static double wholePowPullback(double d, int e, double value, double seed) {
    return weighed(e == 0 ? 0 : e * Math.pow(d, e - 1), seed);
  }

  /** Differentiates a whole power. */
  @DerivativeOf(owner = FastMath.class, method = "pow")
  @Differentiable
  public static double longPowPullback(double d, long e, double value, double seed) {
    return weighed(e == 0 ? 0 : e * Math.pow(d, (double) (e - 1)), seed);
  }

  /** Differentiates the logarithm to a base. */
  @DerivativeOf(owner = FastMath.class, method = "log")
  @Differentiable({VJP, JVP})
  public static ByTwo logToBasePullback(double base, double x, double value, double seed) {
    double log = Math.log(base);
    return new ByTwo(weighed(-value / (base * log), seed), weighed(1 / (x * log), seed));
  }

  /** Differentiates the angle of a point. */
  @DerivativeOf(owner = FastMath.class, method = "atan2")
  @Differentiable({VJP, JVP})
  public static ByTwo atan2Pullback(double y, double x, double value, double seed) {
    double squared = x * x + y * y;
    return new ByTwo(weighed(x / squared, seed), weighed(-y / squared, seed));
  }

  /** Differentiates the length of a hypotenuse. */
  @DerivativeOf(owner = FastMath.class, method = "hypot")
  @Differentiable({VJP, JVP})
  public static ByTwo hypotPullback(double x, double y, double value, double seed) {
    return value == 0 ? ByTwo.NONE : new ByTwo(x / value * seed, y / value * seed);
  }

  /** Differentiates the larger one of two numbers. */
  @DerivativeOf(owner = FastMath.class, method = "max")
  @Differentiable({VJP, JVP})
  public static ByTwo maxPullback(double a, double b, double value, double seed) {
    double first = a == b ? 0.5 : a > b ? 1 : 0;
    return new ByTwo(first * seed, (1 - first) * seed);
  }

  /** Differentiates the smaller one of two numbers. */
  @DerivativeOf(owner = FastMath.class, method = "min")
  @Differentiable({VJP, JVP})
  public static ByTwo minPullback(double a, double b, double value, double seed) {
    double first = a == b ? 0.5 : a < b ? 1 : 0;
    return new ByTwo(first * seed, (1 - first) * seed);
  }

  /** Differentiates a number that gets the sign of another one. */
  @DerivativeOf(owner = FastMath.class, method = "copySign")
  @Differentiable({VJP, JVP})
  public static ByTwo copySignPullback(double magnitude, double sign, double value, double seed) {
    boolean isKept = Double.compare(value, magnitude) == 0;
    return new ByTwo(isKept ? seed : -seed, 0 * seed);
  }

  /** Differentiates a number with another exponent. */
  @DerivativeOf(owner = FastMath.class, method = "scalb")
  @Differentiable
  public static double scalbPullback(double d, int n, double value, double seed) {
    return Math.scalb(seed, n);
  }
}
