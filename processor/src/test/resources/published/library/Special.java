package library;

import static cotangent.Derivative.*;

import cotangent.DerivativeOf;
import cotangent.Differentiable;

public class Special {
  private Special() {}

  public static double erf(double x) {
    double sum = x;
    double term = x;
    for (int n = 1; n < 100; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  @DerivativeOf(owner = Special.class, method = "erf")
  @Differentiable(HVP)
  public static double erfPullback(double x, double value, double seed) {
    return seed * 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
  }

  public static double erf(double x, double scale) {
    return erf(x) * scale;
  }

  public record ByBoth(double dx, double dscale) {}

  @DerivativeOf(owner = Special.class, method = "erf")
  public static ByBoth erfPullback(double x, double scale, double value, double seed) {
    return new ByBoth(seed * scale * erfPullback(x, 0, 1), seed * erf(x));
  }

  public static double[] scaled(double[] a, double f) {
    double[] r = a.clone();
    for (int i = 0; i < r.length; i++) {
      r[i] *= f;
    }
    return r;
  }

  public record Scaled(double[] da, double df) {}

  @DerivativeOf(owner = Special.class, method = "scaled")
  public static Scaled scaledPullback(double[] a, double f, double[] value, double[] seed) {
    double df = 0;
    for (int i = 0; i < a.length; i++) {
      df += a[i] * seed[i];
    }
    return new Scaled(scaled(seed, f), df);
  }

  @DerivativeOf(owner = Special.class, method = "scaled", derivative = JVP)
  public static double[] scaledTangent(double[] a, double f, double[] value, double[] ta, double tf) {
    double[] t = scaled(ta, f);
    for (int i = 0; i < t.length; i++) {
      t[i] += a[i] * tf;
    }
    return t;
  }
}
