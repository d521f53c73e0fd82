package corpus;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.sin;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Every method of Math and StrictMath, and the kinks and singular points. */
class MathFunctions {

  @Differentiable
  @Inputs("x in [-7, 7]")
  static double sin(double x) {
    return Math.sin(x);
  }

  @Differentiable
  @Inputs("x in [-7, 7]")
  static double cos(double x) {
    return Math.cos(x);
  }

  @Differentiable
  @Inputs("x in [-1.4, 1.4]")
  static double tan(double x) {
    return Math.tan(x);
  }

  @Differentiable
  @Inputs("x in [-0.95, 0.95]")
  static double asin(double x) {
    return Math.asin(x);
  }

  @Differentiable
  @Inputs("x in [-0.95, 0.95]")
  static double acos(double x) {
    return Math.acos(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double atan(double x) {
    return Math.atan(x);
  }

  @Differentiable
  @Inputs("x in [-4, 4]")
  static double sinh(double x) {
    return Math.sinh(x);
  }

  @Differentiable
  @Inputs("x in [-4, 4]")
  static double cosh(double x) {
    return Math.cosh(x);
  }

  @Differentiable
  @Inputs("x in [-4, 4]")
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double exp(double x) {
    return Math.exp(x);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double expm1(double x) {
    return Math.expm1(x);
  }

  @Differentiable
  @Inputs("x in [0.1, 9]")
  static double log(double x) {
    return Math.log(x);
  }

  @Differentiable
  @Inputs("x in [0.1, 9]")
  static double log10(double x) {
    return Math.log10(x);
  }

  @Differentiable
  @Inputs("x in [-0.8, 5]")
  static double log1p(double x) {
    return Math.log1p(x);
  }

  @Differentiable
  @Inputs("x in [0.1, 9]")
  static double sqrt(double x) {
    return Math.sqrt(x);
  }

  @Differentiable
  @Inputs("x in [0.1, 9]")
  static double cbrt(double x) {
    return Math.cbrt(x) + Math.cbrt(-x * x);
  }

  @Differentiable
  @Inputs("x in [-100, 100]")
  static double toRadians(double x) {
    return Math.toRadians(x);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double toDegrees(double x) {
    return Math.toDegrees(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double floor(double x) {
    return x * Math.floor(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double ceil(double x) {
    return x * Math.ceil(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double rint(double x) {
    return x * Math.rint(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double round(double x) {
    return x * Math.round(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double signum(double x) {
    return x * Math.signum(x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double abs(double x) {
    return Math.abs(x) * x + Math.abs(3 * x);
  }

  @Differentiable
  @Inputs("x in [1.1, 1.9]")
  static double ulp(double x) {
    return x + Math.ulp(x);
  }

  @Differentiable
  @Inputs("x in [0.1, 5]")
  static double nextUp(double x) {
    return Math.nextUp(x) * x;
  }

  @Differentiable
  @Inputs("x in [0.1, 5]")
  static double nextDown(double x) {
    return Math.nextDown(x) * x;
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double scalb(double x) {
    return Math.scalb(x, 3) * x;
  }

  @Differentiable
  @Inputs("x in [1.1, 1.9]")
  static double getExponent(double x) {
    return x * Math.getExponent(x * 8);
  }

  @Differentiable
  @Inputs("y in [-3, 3]; x in [-3, 3]")
  static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  @Differentiable
  @Inputs("x in [-3, 3]; y in [-3, 3]")
  static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable
  @Inputs("x in [0.2, 3]; y in [-2, 3]")
  static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  @Differentiable
  @Inputs("x in [0.2, 3]")
  static double powBase(double x) {
    return Math.pow(x, 2.5) + Math.pow(x, 3) + Math.pow(x, -2) + Math.pow(x, 0) + Math.pow(x, 0.5) + Math.pow(x, 1);
  }

  @Differentiable
  @Inputs("x in [-3, -0.2]")
  static double powWholeOfNegative(double x) {
    return Math.pow(x, 3) + Math.pow(x, 2) - Math.pow(x, -1);
  }

  @Differentiable
  @Inputs("y in [-2, 2]")
  static double powExponent(double y) {
    return Math.pow(2, y) + Math.pow(0.5, y);
  }

  @Differentiable
  @Inputs("x in [-2, 2]; n in [0, 4]")
  static double powByInt(double x, int n) {
    return Math.pow(x, n);
  }

  @Differentiable
  @Inputs("x in [-3, 3]; y in [-3, 3]")
  static double max(double x, double y) {
    return Math.max(x, y) * Math.max(x * y, 1) + Math.max(0, x);
  }

  @Differentiable
  @Inputs("x in [-3, 3]; y in [-3, 3]")
  static double min(double x, double y) {
    return Math.min(x, y) * Math.min(x * y, 1) - Math.min(y, 0);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double fma(double x, double y, double z) {
    return Math.fma(x, y, z) * Math.fma(z, x, 2);
  }

  @Differentiable
  @Inputs("x in [-5, 5]; y in [1, 2]")
  static double ieeeRemainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  @Differentiable
  @Inputs("x in [-3, 3]; y in [-3, 3]")
  static double copySign(double x, double y) {
    return Math.copySign(x, y) * y;
  }

  @Differentiable
  @Inputs("x in [0.5, 3]")
  static double nextAfter(double x) {
    return Math.nextAfter(x, 10) * x;
  }

  @Differentiable
  @Inputs("x in [-1, 1]")
  static double ofConstants(double x) {
    return x * Math.sin(1) + Math.exp(0.5) * x + Math.PI * x * Math.E + Math.max(2, 3) * x;
  }

  @Differentiable
  @Inputs("x in [0.1, 2]; y in [0.1, 2]")
  static double composed(double x, double y) {
    return Math.log(Math.exp(x * y) + Math.sin(x) * Math.sin(x)) / Math.sqrt(x + y * y);
  }

  @Differentiable
  @Inputs("x in [-5, 5]")
  static double logSumExp(double x, double y) {
    return Math.max(x, y) + Math.log(Math.exp(x - Math.max(x, y)) + Math.exp(y - Math.max(x, y)));
  }

  @Differentiable
  @Inputs("x in [-30, 30]")
  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x)) + x;
  }

  @Differentiable
  @Inputs("x in [-20, 20]")
  static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * Math.pow(x, 3))));
  }

  @Differentiable
  @Inputs("x in [0.1, 0.9]")
  static double strictFunctions(double x) {
    return StrictMath.sin(x)
        + StrictMath.cos(x)
        + StrictMath.tan(x)
        + StrictMath.asin(x)
        + StrictMath.acos(x)
        + StrictMath.atan(x)
        + StrictMath.sinh(x)
        + StrictMath.cosh(x)
        + StrictMath.tanh(x)
        + StrictMath.exp(x)
        + StrictMath.expm1(x)
        + StrictMath.log(x)
        + StrictMath.log10(x)
        + StrictMath.log1p(x)
        + StrictMath.sqrt(x)
        + StrictMath.cbrt(x)
        + StrictMath.toRadians(x)
        + StrictMath.toDegrees(x)
        + StrictMath.abs(x);
  }

  @Differentiable
  @Inputs("x in [0.3, 2]; y in [0.3, 2]")
  static double strictFunctionsOfTwo(double x, double y) {
    return StrictMath.atan2(x, y)
        + StrictMath.hypot(x, y)
        + StrictMath.pow(x, y)
        + StrictMath.max(x, y)
        + StrictMath.min(x, 2 * y)
        + StrictMath.fma(x, y, x)
        + StrictMath.IEEEremainder(3 * x, y)
        + StrictMath.copySign(x, -y);
  }

  @Differentiable
  @Inputs("x in [-4, 4]")
  static double strictSteps(double x) {
    return x * StrictMath.floor(x) + x * StrictMath.ceil(x) + x * StrictMath.rint(x)
        + x * StrictMath.round(x) + x * StrictMath.signum(x) + StrictMath.scalb(x, 2)
        + StrictMath.nextUp(x) + StrictMath.nextDown(x) + x * StrictMath.getExponent(8.0);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double staticImports(double x) {
    return sin(x) * cos(PI * x) + exp(sin(x));
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double qualified(double x) {
    return java.lang.Math.sin(x) * java.lang.StrictMath.cos(x);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double predicates(double x) {
    return Double.isNaN(x) || Double.isInfinite(x) ? 0 : Double.compare(x, 0.5) * x + (Double.isFinite(1 / x) ? x * x : 0);
  }

  @Differentiable
  @Inputs("x in [-3, 3]")
  static double constantsOfDouble(double x) {
    return x > Double.MAX_VALUE || x < Double.NEGATIVE_INFINITY ? 0 : Double.MIN_VALUE + x * Integer.MAX_VALUE / Short.MAX_VALUE;
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double absAtZero(double x) {
    return Math.abs(x) + x;
  }

  @Differentiable
  @Inputs(value = "x = -0.0", gradient = {1})
  static double absAtMinusZero(double x) {
    return Math.abs(x) + x;
  }

  @Differentiable
  @Inputs(value = "x = 2; y = 2", gradient = {0.5, 0.5})
  static double maxAtTie(double x, double y) {
    return Math.max(x, y);
  }

  @Differentiable
  @Inputs(value = "x = 2; y = 2", gradient = {1.5, 1.5})
  static double minAtTie(double x, double y) {
    return 3 * Math.min(x, y);
  }

  @Differentiable
  @Inputs(value = "x = 2", gradient = {1})
  static double maxOfSame(double x) {
    return Math.max(x, x);
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double maxWithConstantAtTie(double x) {
    return Math.max(0, x) + Math.max(x, 0);
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 0", gradient = {1, 0})
  static double hypotAtZero(double x, double y) {
    return Math.hypot(x, y) + x;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 3", gradient = {Double.POSITIVE_INFINITY, 6})
  static double sqrtAtZero(double x, double y) {
    return Math.sqrt(x) + y * y;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 3", gradient = {Double.POSITIVE_INFINITY, 6})
  static double cbrtAtZero(double x, double y) {
    return Math.cbrt(x) + y * y;
  }

  @Differentiable
  @Inputs(value = "x = 1", gradient = {Double.POSITIVE_INFINITY})
  static double asinAtOne(double x) {
    return Math.asin(x);
  }

  @Differentiable
  @Inputs(value = "x = 1", gradient = {Double.NEGATIVE_INFINITY})
  static double acosAtOne(double x) {
    return Math.acos(x);
  }

  @Differentiable
  @Inputs(value = "x = -1", gradient = {Double.POSITIVE_INFINITY})
  static double asinAtMinusOne(double x) {
    return Math.asin(x);
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double powTwoAtZero(double x) {
    return Math.pow(x, 2) + x;
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double powOneAtZero(double x) {
    return Math.pow(x, 1);
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double powZeroAtZero(double x) {
    return Math.pow(x, 0) + x;
  }

  @Differentiable
  @Inputs(value = "x = 0; p = 2", gradient = {1, 0})
  static double powActiveExponentAtZero(double x, double p) {
    return Math.pow(x, p) + x;
  }

  @Differentiable
  @Inputs(value = "x = -2; p = 3", gradient = {12, Double.NaN})
  static double powActiveExponentOfNegative(double x, double p) {
    return Math.pow(x, p);
  }

  @Differentiable
  @Inputs(value = "y = 0; x = 0", gradient = {Double.NaN, Double.NaN})
  static double atan2AtZero(double y, double x) {
    return Math.atan2(y, x);
  }

  @Differentiable
  @Inputs(value = "x = 0", gradient = {1})
  static double signumAtZero(double x) {
    return Math.signum(x) + x;
  }

  @Differentiable
  @Inputs(value = "x = 2", gradient = {2})
  static double floorAtWhole(double x) {
    return Math.floor(x) * x;
  }

  @Differentiable
  @Inputs(value = "x = 4; y = 2", gradient = {1, -2})
  static double remainderAtMultiple(double x, double y) {
    return x % y;
  }

  @Differentiable
  @Inputs(value = "x = 0; y = 5; z = 2", gradient = {5, 0, 1})
  static double fmaWithZero(double x, double y, double z) {
    return Math.fma(x, y, z);
  }

  static double wholeByHand(double x) {
    double huge = Math.copySign(0x1p52, x);
    return Math.abs(x) < 0x1p52 ? (x + huge) - huge : x;
  }

  @Differentiable
  static double roundedByHand(double x) {
    double k = (1.25 * x + 0x1.8p52) - 0x1.8p52;
    double rest = x - k * 0.8;
    return Math.exp(rest) * k + wholeByHand(3 * x) * x;
  }

  private static final double SHIFT = Double.parseDouble("0x1p52");
  static double one = Double.parseDouble("1");

  @Differentiable
  static double roundedByFields(double x) {
    double whole = (SHIFT + Math.abs(x)) - SHIFT;
    return whole * x * x + ((one + x) - one) * x;
  }
}
