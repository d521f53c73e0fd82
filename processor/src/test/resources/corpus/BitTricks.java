package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Real numbers that are scaled, or split into a long and a short part, by their bits. */
class BitTricks {
  private static final long HIGH = -1L << 27;

  private static double high(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & HIGH);
  }

  @Differentiable
  static double split(double x, double y) {
    double xHigh = high(x);
    double xLow = x - xHigh;
    double yHigh = high(y);
    double yLow = y - yHigh;
    double product = x * y;
    double error = xLow * yLow - (((product - xHigh * yHigh) - xLow * yHigh) - xHigh * yLow);
    return product + error + xHigh * 3 + xLow * 3;
  }

  @Differentiable
  @Inputs("x in [0.1, 9]")
  static double logarithm(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >> 52) - 1023;
    double fraction = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
    double s = (fraction - 1) / (fraction + 1);
    return exponent * 0.6931471805599453 + 2 * s * (1 + s * s * (1 / 3.0 + s * s / 5));
  }

  private static double power(int n) {
    if (n <= -1023) {
      return Double.longBitsToDouble(0x0008000000000000L >> -(n + 1023));
    }
    return Double.longBitsToDouble(((long) (n + 1023)) << 52);
  }

  @Differentiable
  static double exponential(double x) {
    int n = (int) Math.rint(x * 1.4426950408889634);
    double r = x - n * 0.6931471805599453;
    return power(n) * (1 + r * (1 + r * (0.5 + r * (1 / 6.0 + r / 24))));
  }

  @Differentiable
  static double exponentOnly(double x) {
    return x * Double.longBitsToDouble((long) Math.getExponent(x) + 1023 << 52) + power(2);
  }

  @Differentiable
  static double scaled(double x, int n) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + ((long) n << 52)) * x;
  }

  private static long coded(double x, int quadrant) {
    return (Double.doubleToRawLongBits(x) & 0x8fffffffffffffffL) | ((long) quadrant << 60);
  }

  @Differentiable
  static double decoded(double x) {
    long bits = coded(x * 0.5, x > 0 ? 2 : 1);
    double same = Double.longBitsToDouble((bits & 0x8fffffffffffffffL) | 0x3000000000000000L);
    return same * ((bits >> 60 & 3) == 2 ? x : -x);
  }
}
