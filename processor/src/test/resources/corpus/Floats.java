package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Single precision, alone and mixed with double. */
@SuppressWarnings("lossy-conversions")
class Floats {
  @Differentiable
  static float polynomial(float x, float y) {
    return x * x * 3 - y * x + y / 2f;
  }

  @Differentiable
  static float mathOfFloat(float x) {
    return (float) Math.sin(x) * x + (float) Math.exp(x) + Math.abs(x) + Math.max(x, 0.5f);
  }

  @Differentiable
  static double mixed(float x, double y) {
    double t = x * y;
    float f = (float) t * x;
    return f + t * 2f;
  }

  @Differentiable
  static float compound(float x, double y) {
    x += y;
    x *= y + 1;
    x -= 1;
    x /= 2.5;
    return x;
  }

  @Differentiable
  static float array(float[] a) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      a[i] = a[i] * a[i];
      sum += a[i] * i;
    }
    return sum;
  }

  @Differentiable
  static float matrix(float[][] a, float[] x) {
    float sum = 0;
    for (float[] row : a) {
      float t = 0;
      for (int j = 0; j < row.length; j++) t += row[j] * x[j];
      sum += t * t;
    }
    return sum;
  }

  @Differentiable
  static double floatArrayDoubleSum(float[] a, double[] w) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * w[i] * a[i];
    return sum;
  }

  @Differentiable
  static float intAndFloat(float x, int n, long m) {
    return x * n + m * x * x + n / 2 * x;
  }

  @Differentiable
  static float loop(float x, int n) {
    float t = x;
    for (int i = 0; i < n; i++) t = t * x + 0.25f * i;
    while (t < 2) t = t * 1.5f + x * x + 0.1f;
    return t;
  }

  @Differentiable
  static float helper(float x) {
    return twice(x) * twice(2 * x) + (float) wide(x);
  }

  private static float twice(float x) {
    return 2 * x;
  }

  private static double wide(double x) {
    return x * x / 3;
  }

  @Differentiable
  static float increments(float x) {
    float t = x++;
    t *= ++x;
    return t-- * x + t;
  }

  @Differentiable
  static float conditional(float x, boolean flag) {
    return flag ? x * x : x > 0 ? x : 3 * x;
  }

  @Differentiable
  static double throughArray(double x) {
    float[] t = new float[3];
    t[0] = (float) x;
    t[1] += x * t[0];
    t[2] = t[1]++ * 2;
    return t[0] * t[1] + t[2] * x;
  }

  @Differentiable
  static float functionsThatStayFloat(float x, float y) {
    return Math.min(x, y) * Math.max(x, y) + Math.abs(y) + Math.signum(x) * y + Math.copySign(x, y)
        + Math.fma(x, y, x) + Math.scalb(x, 2);
  }

  record Mixed(int n, double x, float f, boolean flag, float[] weights) {}

  @Differentiable
  static double recordOfBoth(Mixed m, double y) {
    return m.x() * m.n() * y + m.f() * (m.flag() ? 2 : 3) * m.weights()[1];
  }
}
