package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Every operator and every form of assignment. */
@SuppressWarnings("lossy-conversions")
class Expressions {
  private static final double HALF = 0.5;
  static final int THREE = 3;
  static final double TAU = 2 * Math.PI;

  @Differentiable
  static double identity(double x) {
    return x;
  }

  @Differentiable
  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double fourOperations(double x, double y) {
    return x + y * x - x / (2 + y * y);
  }

  @Differentiable
  static double nestedMinus(double a, double b, double c, double d) {
    return a - (b - (c - d * a));
  }

  @Differentiable
  static double nestedQuotients(double a, double b, double c, double d) {
    a += 3;
    b += 3;
    c += 3;
    d += 3;
    return a / (b / (c / d)) + a / b / c * d - a * (b / c) + a / (b * c);
  }

  @Differentiable
  static double minusMinus(double x) {
    return -(-x) - -x * -(-(-x)) + +x;
  }

  @Differentiable
  static double minusOfSum(double x, double y) {
    return -(x + y) * -(x - y) - (-(x * y) - (x + -y));
  }

  @Differentiable
  static double negatedZero(double x) {
    return 0.0 - x + -0.0 * x + (x - x);
  }

  @Differentiable
  @Inputs("x in [-5, 5]; y in [1, 3]")
  static double remainders(double x, double y) {
    return x % y + x % 2 * y % 1.5;
  }

  @Differentiable
  static double constantsFold(double x) {
    return 2 * 3 * x + 1 / 2 + 1 / 2.0 + x * (1 << 3) + HALF * THREE * x + TAU;
  }

  @Differentiable
  static double integerDivision(double x, int n) {
    return x * (n / 2) + n / 2 * x + 7 / n * x + x * (7 % n);
  }

  @Differentiable
  static double promotions(double x, int i, long l, short s, byte b, char c) {
    return x * i + l * x - s / (x * x + b) + c * x + (i + c) * x + (b + s) / 2 * x + (l + i) / 2 * x;
  }

  @Differentiable
  @Inputs("x in [-3, 3]; n = 2147483647")
  static double overflowingInts(double x, int n) {
    int wrapped = n + 1;
    long wide = n + 1L;
    return x * wrapped / 1e9 + x * wide / 1e9 + x * (n * 2) + (n * n) * x;
  }

  @Differentiable
  static double bitOperations(double x, int n, long m) {
    int bits = (n & 5) | (n << 2) ^ ~n;
    long more = (m >>> 1) + (m >> 1) + (-m >>> 60) + (-n >>> 28) + (-n >> 1);
    return x * bits + more * x * x;
  }

  @Differentiable
  static double narrowing(double x, int n) {
    byte b = (byte) (n * 100);
    short s = (short) (n * 20000);
    char c = (char) (n * 40000);
    return x * b + x * x * s / 1000 + c * x / 1000;
  }

  @Differentiable
  static double compoundNarrowing(double x, int n) {
    byte b = 100;
    b += n * 20;
    int i = 7;
    i *= 1.5;
    i += 0.9;
    short s = 5;
    s /= 2;
    s <<= n;
    char c = 'a';
    c++;
    b--;
    return x * b + x * i + x * s + c * x * x;
  }

  @Differentiable
  static double compoundIntByActive(double x) {
    int i = 10;
    i += x;
    return x * x * i;
  }

  @Differentiable
  static double truncation(double x) {
    int i = (int) (x * 10);
    long l = (long) (x * 100);
    return x * i + l * x * x + (int) x + (float) 0.1 * x;
  }

  @Differentiable
  static double compoundAssignments(double x, double y) {
    double t = x;
    t += y;
    t *= t;
    t -= x * t;
    t /= 2 + y * y;
    t %= 10;
    return t;
  }

  @Differentiable
  static double compoundPriority(double x, double y) {
    double t = x;
    t *= y + 1;
    t -= y - x;
    t /= 3 - y;
    return t;
  }

  @Differentiable
  static double compoundReadsOldLeft(double x) {
    double t = x;
    t += t = 2 * x;
    t *= (t = x * x) + t;
    return t;
  }

  @Differentiable
  static double chainedAssignment(double x, double y) {
    double a;
    double b;
    a = b = x * y;
    a += b *= 2;
    return a * b;
  }

  @Differentiable
  static double assignmentInside(double x) {
    double t;
    double u = (t = x * x) + t * 2;
    return u * (t = u - t) + t;
  }

  @Differentiable
  static double incrementThenMultiply(double x, double t) {
    return ++x * t;
  }

  @Differentiable
  static double incrementAndDecrement(double x) {
    double t = x;
    double u = t++ * t + --t * t-- + ++t;
    return u * t - x--  * x;
  }

  @Differentiable
  static double evaluationOrder(double x) {
    double t = x;
    return t * (t = t + 1) * t + (t *= 2) - t / (t += 3);
  }

  @Differentiable
  static double overwrittenParameter(double x, double y) {
    x = x * y;
    y = x + y;
    x = x * y;
    return x - y;
  }

  @Differentiable
  static double overwrittenByConstant(double x, double y) {
    double t = x * y;
    x = 3;
    return t + x * y;
  }

  @Differentiable
  static double swapped(double x, double y) {
    double t = x;
    x = y;
    y = t;
    return x * x * y + Math.sin(y);
  }

  @Differentiable
  static double rotated(double a, double b, double c) {
    for (int i = 0; i < 4; i++) {
      double t = a;
      a = b;
      b = c;
      c = t * a;
    }
    return a + 2 * b + 3 * c;
  }

  @Differentiable
  static double conditional(double x, double y) {
    return x > y ? x * y : x - y * y;
  }

  @Differentiable
  static double conditionalChain(double x) {
    return x < -0.5 ? x * x : x < 0 ? 2 * x : x < 0.5 ? Math.sin(x) : x > 1 ? 1 / x : Math.exp(x);
  }

  @Differentiable
  static double conditionalPromotes(double x, boolean flag) {
    double t = flag ? 1 : x;
    return t * x + (flag ? 'a' : 2) * x + (x > 0 ? 1 : 2L) * x;
  }

  @Differentiable
  static double conditionalAsOperand(double x, double y) {
    return 2 * (x > 0 ? x : -x) * (y > 0 ? 1 : x) - (x > y ? x : y);
  }

  @Differentiable
  static double logic(double x, double y, boolean flag) {
    boolean a = x > 0 && y > 0 || flag;
    boolean b = !a ^ flag & x < y | x == y;
    boolean c = a != b;
    return (a ? x : y) * (b ? 2 : 3) + (c ? x * y : 0);
  }

  @Differentiable
  static double shortCircuitWithEffects(double x, double y) {
    double t = x;
    if (x > 0 && (t = x * y) > 0.1 || (t += y) < 0) {
      t *= 2;
    }
    return t * t;
  }

  @Differentiable
  static double eagerLogicWithEffects(double x, double y) {
    double t = x;
    boolean both = x > 0 & (t *= y) > 0 | (t += 1) > 0;
    return both ? t * t : t;
  }

  @Differentiable
  static double compoundLogic(double x, double y) {
    boolean flag = x > 0;
    flag |= y > 0;
    flag &= x < 1;
    flag ^= y < -1;
    return flag ? x * y : x + y;
  }

  @Differentiable
  static double parentheses(double x) {
    return (((x)) * ((x + (1)))) / ((2));
  }

  @Differentiable
  static double literals(double x) {
    return x * 1e-3 + x * 0x1p3 + x * 0b101 + x * 017 + x * 1_000 + x * 'a' + x * 2f + x * 3L + x * .5;
  }

  @Differentiable
  static double sameValueManyTimes(double x) {
    double t = x * x;
    return t * t * t + t / (1 + t) + t * x - t + t;
  }

  @Differentiable
  static double manyParameters(
      double a, double b, double c, double d, double e, double f, double g, double h) {
    return a * b + c * d - e * f / (1 + g * g) + h * a * c * e * g;
  }

  @Differentiable
  static double timesZero(double x, double y) {
    return x * x + 0 * y;
  }

  @Differentiable(wrt = "y")
  static double withRespectTo(double x, double y, double z) {
    return x * y * y * z;
  }

  @Differentiable(wrt = {"z", "x"})
  static double withRespectToTwo(double x, double y, double z) {
    return x * y * y * z + z * z;
  }

  @Differentiable
  static double finalAndVar(final double x, final double y) {
    final double a = x * y;
    var b = a * x;
    var n = 3;
    final var c = b / n;
    return a + b * c;
  }

  @Differentiable
  static double declarationsTogether(double x) {
    double a = x, b = a * 2, c;
    c = a * b;
    return a + b + c;
  }

  @Differentiable
  static double blocksAndShadows(double x) {
    double sum = 0;
    {
      double t = x * x;
      sum += t;
    }
    {
      double t = x * 3;
      sum *= t;
    }
    ;
    return sum;
  }

  @Differentiable
  static double lateDefinition(double x) {
    double t;
    if (x > 0) {
      t = x;
    } else {
      t = -x * x;
    }
    return t * 2;
  }

  @Differentiable
  public static double openly(double x) {
    return x / 3 * x;
  }

  @Differentiable
  private static double privately(double x) {
    return x / 3 * x;
  }

  @Differentiable
  @Inputs("x = 1e-200")
  @Inputs("x = 0")
  static double underflow(double x) {
    return x * 1e-200 * 1e-200 + x * 2;
  }

  @Differentiable
  static double notReassociated(double x) {
    return (x + 1e3) - 1e3 + (0.1 + x) + 0.2 + 0.3 * x * 3;
  }

  @Differentiable
  static double longChain(double x) {
    double y = x;
    y = y * 1.1 + 0.1;
    y = Math.sin(y) + x;
    y = y * y - x * y;
    y = y / (1 + y * y);
    y = Math.exp(y) - y;
    y = Math.sqrt(1 + y * y);
    return y;
  }

  @Differentiable
  static double integerHelpersOfTheLanguage(double x, int n) {
    int k = Math.max(n, 2) + Math.min(n, 3) + Math.abs(-n) + Math.floorMod(-n, 3);
    return x * k + Math.floorDiv(-7, n) * x;
  }

  @Differentiable
  static double integerInActivePosition(double x, int n) {
    return Math.pow(2 + x, n) + Math.exp(n * x / 4) + Math.max(n, x) + Math.sqrt(n) * x;
  }
}
