import cotangent.Differentiable;

public class Expressions {
  static final int N = 3;
  static final double HALF = 0.5;
  private static final long BIG = 1L << 40;

  @Differentiable
  static double straight(double x, double y) {
    double a = x * y + 2;
    double b = a / (y - 3) - -x;
    return b % 3 + a * HALF * N;
  }

  @Differentiable
  static double math(double x, double y) {
    return Math.sin(x) * Math.pow(Math.abs(y), 1.5) + Math.max(x, y) - StrictMath.tanh(x);
  }

  @Differentiable
  static double chained(double x) {
    double a, b;
    a = b = x * 2;
    b += 1;
    return a * b;
  }

  @Differentiable
  static double sideEffects(double x, double t) {
    double y = ++x * t + x++ - x;
    y -= x-- * --t;
    return y * x + t;
  }

  @Differentiable
  static double oldValueStays(double x) {
    double y = x + (x = x * 3) * x;
    return y + x;
  }

  @Differentiable
  static double compound(double x, int i) {
    int k = i;
    k += 3.7;
    k *= x;
    k -= 1;
    k <<= 2;
    k ^= 5;
    k >>>= 1;
    k |= 64;
    k &= 127;
    k %= 50;
    byte b = (byte) k;
    b += 100;
    b++;
    short s = (short) (b * 1000);
    s--;
    char c = 'a';
    c += 2;
    c++;
    long l = k;
    l += x;
    l = l << i;
    return x * k + b + s + c + l;
  }

  @Differentiable
  static double integers(double x, int i, long l, short s, byte b, char c) {
    int q = i / 2 + i % 3 - (i >> 1) + (i >>> 30) + ~i + (-i) + +c;
    long m = l * i + (l >>> 3) + (l ^ BIG) + s * b;
    return x * q + m + c / 2 + b / (i + 10) + (s & b) + (int) x + (long) (x * 100) + (char) (x + 70);
  }

  @Differentiable
  static double logic(double x, double y, boolean p) {
    boolean q = x > y && y >= 0 || !p;
    boolean r = p & q | x == y ^ p != q;
    boolean s = q && (x = x + 1) > 0;
    boolean t = x < 0 || (y *= 2) <= 1;
    return (q ? x : y) + (r ? 1 : 2) * (s ? x : 3) + (t ? y : -y);
  }

  @Differentiable
  static double conditionals(double x, int i, char c) {
    double a = x > 0 ? i : x;
    int b = x > 0 ? c : 0;
    long d = x > 1 ? i : 3L;
    float f = x > 1 ? i : 2.5f;
    double g = x > 1 ? i : 2.5f;
    char h = x > 0.5 ? 'x' : 98;
    return a + b + d + f + g + h + (x > 0 ? x > 1 ? x * 2 : x * 3 : x * 4);
  }

  @Differentiable
  static float floats(float x, double y, int i) {
    float z = x * 1.1f + i;
    z += y;
    double w = z * x;
    z = (float) w / 3;
    return z - x * i + (float) y;
  }

  @Differentiable
  static double vars(double x) {
    var a = x * 2;
    final var b = 3;
    final double c = a / b;
    var l = 3L;
    return c + b / 2 + l / 2;
  }

  @Differentiable
  static double overwritten(double x, double y) {
    x = x * y;
    y = x - y;
    x = y * y + x;
    return x;
  }

  @Differentiable
  static double nestedMinus(double a, double b) {
    return a - (b - (a - b)) - -(-a) - (a + (b - a));
  }

  @Differentiable
  static double predicates(double x) {
    if (Double.isNaN(x) || Double.compare(x, 1.5) > 0 || !Double.isFinite(x)) {
      return 2 * x;
    }
    return Math.floor(x) + Math.round(x) * x + Math.signum(x);
  }

  @Differentiable
  static double constants(double x) {
    return x * Math.PI + Integer.MAX_VALUE + Double.MIN_VALUE + Long.SIZE + N / 2 + -2147483648;
  }

  @Differentiable
  static double guard(double x, int n) {
    if (x < 0) throw new IllegalArgumentException("x is " + x + " and n " + n + 'c' + true + null);
    if (n == 0) {
      throw new IllegalStateException();
    }
    return Math.sqrt(x) / n;
  }

  @Differentiable
  static double assignedBranches(double x, int n) {
    double t;
    if (n > 3) {
      t = x * 2;
    } else if (n > 1) {
      t = x + 1;
      x = 3;
    } else {
      t = 5;
    }
    double u = 1;
    if (x > t) u = x;
    return t * x + u;
  }

  @Differentiable
  static double divisionByZero(double x, int n) {
    int k = 10 / n;
    return x / (n - n) + k;
  }

  @Differentiable
  static double blocks(double x) {
    double r = 0;
    {
      double t = x * x;
      r += t;
    }
    {
      double t = r + 1;
      r *= t;
    }
    ;
    return r;
  }

  @Differentiable
  static double boxed(double x, Integer n) {
    Double d = x * 2;
    Integer k = n;
    k++;
    double s = d + k;
    d = s;
    return d * n;
  }

  @Differentiable
  static double constantConditions(double x) {
    if (N > 2) {
      x += 1;
    }
    return (N == 3 ? x : x * 2) + (false ? 1 : 2.5);
  }
}
