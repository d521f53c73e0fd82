package cotangent.rules.hipparchus;

import org.hipparchus.special.Beta;

/** How the regularized incomplete beta function changes with all of its arguments. */
final class IncompleteBeta {
  private static final double SMALL = 1e-16;
  private static final int MOST = 1_000_000;

  private IncompleteBeta() {}

  /** Returns the slopes by the point, and by both parameters. */
  static ByThree slopes(double x, double a, double b) {
    if (!(x > 0 && x < 1)) {
      return ByThree.NONE;
    }
    double density =
        Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - Beta.logBeta(a, b));
    ByTwo by = byParameters(x, a, b);
    double byA = by.dfirst();
    double byB = by.dsecond();
    return new ByThree(density, byA, byB);
  }

  /** Returns the slopes by both parameters, where the series is the shorter one. */
  static ByTwo byParameters(double x, double a, double b) {
    if (x <= (a + 1) / (a + b + 2)) {
      return bySeries(x, 1 - x, a, b);
    }
    ByTwo mirrored = bySeries(1 - x, x, b, a);
    return new ByTwo(-mirrored.dsecond(), -mirrored.dfirst());
  }

  /** A series of positive terms, each by its logarithm (Abramowitz and Stegun 26.5.4). */
  private static ByTwo bySeries(double x, double y, double a, double b) {
    double both = Polygamma.digamma(a + b);
    double term = Math.exp(a * Math.log(x) + b * Math.log(y) - Beta.logBeta(a, b)) / a;
    double byA = Math.log(x) - Polygamma.digamma(a + 1) + both;
    double byB = Math.log(y) - Polygamma.digamma(b) + both;
    double sumA = term * byA;
    double sumB = term * byB;
    double largest = Math.abs(sumA) + Math.abs(sumB);
    for (int n = 0; term > SMALL * largest && n < MOST; n++) {
      double c = 1 / (a + b + n);
      double d = 1 / (a + 1 + n);
      term *= (a + b + n) * d * x;
      byA += c - d;
      byB += c;
      sumA += term * byA;
      sumB += term * byB;
      largest = Math.abs(sumA) + Math.abs(sumB);
    }
    return new ByTwo(sumA, sumB);
  }
}
