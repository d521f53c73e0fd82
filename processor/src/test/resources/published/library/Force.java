package library;

import static cotangent.Derivative.*;

import cotangent.Differentiable;

public class Force {
  public record Point(double x, double y) {}

  private final double scale;

  public Force(double scale) {
    this.scale = scale;
  }

  @Differentiable({GRADIENT, HVP})
  public static double potential(double x, double y, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += Math.sin(w[i] * x) * y + w[i] * w[i] * y * y;
    }
    return sum;
  }

  @Differentiable
  public static double gradientOnly(double x, double k) {
    return Math.exp(-k * x) * k;
  }

  @Differentiable(HVP)
  public static double hvpOnly(double[][] m, float f) {
    return m[0][1] * m[1][0] * f + m[1][1] * m[1][1] * m[0][0] * f * f;
  }

  @Differentiable({JVP, HVP})
  public static double pushedNumber(double x, double y) {
    return x * y * y;
  }

  @Differentiable(JVP)
  public static double onlyPushed(double x, int n, double y) {
    return Math.pow(x, n) * y;
  }

  @Differentiable(wrt = "x", value = {GRADIENT, HVP})
  public static double byTheFirst(double x, double k) {
    return Math.exp(-k * x) * k;
  }

  @Differentiable(wrt = "k", value = {GRADIENT, HVP})
  public static double byTheFirst(double x, double k, int n) {
    return Math.exp(-k * x) * k * n;
  }

  @Differentiable({VJP, JVP})
  public static double[] softmax(double[] z) {
    double sum = 0;
    double[] e = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      e[i] = Math.exp(z[i]);
      sum += e[i];
    }
    for (int i = 0; i < z.length; i++) {
      e[i] /= sum;
    }
    return e;
  }

  @Differentiable
  public static double[][] outer(double[] a, double[] b) {
    double[][] m = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        m[i][j] = a[i] * b[j] * b[j];
      }
    }
    return m;
  }

  @Differentiable({VJP, JVP})
  public static Point turned(Point p, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Point(c * p.x() - s * p.y(), s * p.x() + c * p.y());
  }

  @Differentiable({GRADIENT, HVP})
  public static double norm(Point p, double scale) {
    return Math.sqrt(p.x() * p.x() + p.y() * p.y() * scale);
  }

  @Differentiable
  public final double scaled(double x, double y) {
    return scale * x * Math.sin(y);
  }

  @Differentiable
  public static double inPlace(double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      a[i] *= a[i];
      sum += a[i];
    }
    return sum;
  }

  @Differentiable
  public static double[] same(double[] a) {
    return a;
  }

  @Differentiable
  public static void filled(double x, double[] out) {
    out[0] = x * x;
  }
}
