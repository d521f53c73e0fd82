package rejections;

import cotangent.Cotangent;
import cotangent.Differentiable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Real numbers that leave through their bits and come back. */
class Bits {
  private static final long[] KEPT = new long[2];
  private static final double[] TABLE = {1, 2, 3, 4};

  @Differentiable
  static double absolute(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE) * x; // error: [CT057] a number is made here of the bits of a differentiable value @ Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE)
  }

  @Differentiable
  static float absoluteOfFloat(float x) {
    int bits = Float.floatToIntBits(x);
    bits &= 0x7fffffff;
    return Float.intBitsToFloat(bits) * x; // error: use Math.abs, Math.copySign, Math.scalb or Math.getExponent @ Float.intBitsToFloat(bits)
  }

  @Differentiable
  static double sumOfBits(double[] a) {
    long sum = Double.doubleToLongBits(0);
    for (double v : a) {
      sum = Double.doubleToLongBits(Double.longBitsToDouble(sum) + v);
    }
    return Double.longBitsToDouble(sum); // error: [CT057] a number is made here @ Double.longBitsToDouble(sum)
  }

  @Differentiable
  static double throughArray(double x, int i) {
    long[] bits = new long[4];
    bits[i] = Double.doubleToLongBits(x);
    long[] same = bits.clone();
    return x + Double.longBitsToDouble(same[1]); // error: [CT057] @ Double.longBitsToDouble(same[1])
  }

  @Differentiable
  static double throughRows(double x) {
    int[][] halves = new int[2][1];
    long bits = Double.doubleToLongBits(x);
    halves[0][0] = (int) (bits >>> 32);
    halves[1][0] = (int) bits;
    return Double.longBitsToDouble((long) halves[0][0] << 32 | halves[1][0] & 0xffffffffL); // error: [CT057]
  }

  @Differentiable
  static double throughField(double x) {
    KEPT[0] = Double.doubleToLongBits(x);
    return x * Double.longBitsToDouble(KEPT[0]); // error: [CT057] @ Double.longBitsToDouble(KEPT[0])
  }

  private static long bits(double x) {
    return Double.doubleToLongBits(x) ^ Long.MIN_VALUE;
  }

  private static double number(long bits) {
    return Double.longBitsToDouble(bits); // error: [CT057] @ Double.longBitsToDouble(bits)
  }

  @Differentiable
  static double throughHelpers(double x) {
    return number(bits(x)) + x;
  }

  private static long repeated(long bits, int times) {
    return times == 0 ? bits : repeated(bits + 1, times - 1);
  }

  @Differentiable
  static double throughRecursion(double x) {
    return Double.longBitsToDouble(repeated(Double.doubleToLongBits(x), 3)); // error: [CT057]
  }

  @Differentiable
  static double throughBranch(double x) {
    long bits = 0;
    if (x > 0) {
      bits = Double.doubleToLongBits(x);
    }
    return Double.longBitsToDouble(bits); // error: [CT057]
  }

  @Differentiable
  static double throughWhile(double x) {
    long bits = Double.doubleToLongBits(x);
    while (Double.longBitsToDouble(bits) > 1) {
      bits -= 1L << 52;
    }
    return Double.longBitsToDouble(bits); // error: [CT057]
  }

  record Split(long bits, int exponent) {}

  @Differentiable
  static double throughRecord(double x) {
    Split split = new Split(Double.doubleToRawLongBits(x), Math.getExponent(x));
    return Double.longBitsToDouble(split.bits()); // error: [CT057] @ Double.longBitsToDouble(split.bits())
  }

  @Differentiable
  static float quickLogarithm(float x) {
    return Float.floatToIntBits(x) * 1.1920929e-7f - 126.94f; // error: [CT057] @ Float.floatToIntBits(x)
  }

  @Differentiable
  static double inverseRoot(double x) {
    double y = Double.longBitsToDouble(0x5fe6eb50c7b537a9L - (Double.doubleToLongBits(x) >> 1)); // error: [CT057]
    return y * (1.5 - 0.5 * x * y * y);
  }

  @Differentiable
  static double fewPlaces(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & -1L << 45) * x; // error: [CT057]
  }

  @Differentiable
  static double lowPlaces(double x) {
    long low = Double.doubleToRawLongBits(x) & 0xffffffL;
    return Double.longBitsToDouble(low | 0x3ff0000000000000L) * x; // error: [CT057]
  }

  @Differentiable
  static double turnedPlaces(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ 0xfffffffffffffL); // error: [CT057]
  }

  @Differentiable
  static double ofTwo(double x, double y) {
    long exponent = Double.doubleToRawLongBits(x) & 0xfff0000000000000L;
    return Double.longBitsToDouble(exponent | Double.doubleToRawLongBits(y) & 0xfffffffffffffL); // error: [CT057]
  }

  @Differentiable
  static double quickExponential(double x) {
    return Double.longBitsToDouble((long) (1512775 * x + 1072632447) << 32); // error: [CT057]
  }

  @Differentiable
  static double rounded(double x) {
    return x + Double.longBitsToDouble((long) Math.rint(x * 1e15)); // error: [CT057]
  }

  @Differentiable
  static double hash(double x) {
    return x + 1e-9 * Double.hashCode(x); // error: [CT057] @ Double.hashCode(x)
  }

  @Differentiable
  static double compound(double x) {
    double y = x;
    y += Double.doubleToLongBits(x); // error: [CT057]
    return y;
  }

  @Differentiable
  static double scaled(double x) {
    return x * Math.scalb(1.0, (int) Double.doubleToLongBits(x)); // error: [CT057]
  }

  @Differentiable
  static double throughText(double x) {
    String text = Long.toString(Double.doubleToLongBits(x));
    return x + Double.longBitsToDouble(Long.parseLong(text)); // error: [CT057]
  }

  @Differentiable
  static double throughConcatenation(double x) {
    String text = "" + Double.doubleToLongBits(x);
    return x + Double.parseDouble(text); // error: [CT057] @ Double.parseDouble(text)
  }

  @Differentiable
  static double throughBuffer(double x) {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    buffer.putLong(0, Double.doubleToLongBits(x));
    return x + buffer.getDouble(0); // error: [CT057] @ buffer.getDouble(0)
  }

  @Differentiable
  static double throughList(double x) {
    List<Long> list = new ArrayList<>();
    list.add(Double.doubleToLongBits(x));
    return x + Double.longBitsToDouble(list.get(0)); // error: [CT057]
  }

  @Differentiable(wrt = "x")
  static double ofConstant(double x, double c) {
    return x * Double.longBitsToDouble(Double.doubleToLongBits(c) & Long.MAX_VALUE);
  }

  @Differentiable
  static double stopped(double x) {
    return x * Double.longBitsToDouble(Double.doubleToLongBits(Cotangent.stop(x)) & Long.MAX_VALUE);
  }

  @Differentiable
  static double compared(double x, double y) {
    if (Double.doubleToLongBits(x) == Double.doubleToLongBits(y)) {
      return x * x;
    }
    double magnitude = Double.longBitsToDouble(Double.doubleToLongBits(x) & Long.MAX_VALUE);
    int hash = Double.hashCode(x) ^ Double.hashCode(y);
    return magnitude > 3 ? TABLE[hash & 3] * x : x * y;
  }

  @Differentiable
  static double signAndExponent(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int sign = 1 - 2 * (int) (bits >>> 63);
    int exponent = (int) ((bits & 0x7ff0000000000000L) >> 52) - 1023;
    int high = (int) (bits >> 32);
    return sign * x + exponent * x + (high >> 20) * x + Long.signum(bits) * x;
  }
}
