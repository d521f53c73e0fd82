package cotangent.rules.hipparchus;

import org.hipparchus.special.Gamma;

/** How the lower regularized incomplete gamma function changes with both of its arguments. */
final class IncompleteGamma {
  private static final double SMALL = 1e-15;
  private static final int MOST = 10_000;

  private IncompleteGamma() {}

  static ByTwo slopes(double a, double x) {
    return x > 0 ? new ByTwo(byShape(a, x), density(a, x)) : ByTwo.NONE;
  }

  private static double density(double a, double x) {
    return Math.exp((a - 1) * Math.log(x) - x - Gamma.logGamma(a));
  }

  static double byShape(double a, double x) {
    return x < a + 1 ? bySeries(a, x) : -byFraction(a, x);
  }

  /** Of P as a series of positive terms, each by its logarithm (Abramowitz and Stegun 6.5.29). */
  private static double bySeries(double a, double x) {
    double term = Math.exp(a * Math.log(x) - x - Gamma.logGamma(a + 1));
    double slope = Math.log(x) - Polygamma.digamma(a + 1);
    double sum = term * slope;
    double n = a + 1;
    while (term > SMALL * Math.abs(sum) || n < x) {
      term *= x / n;
      slope -= 1 / n;
      sum += term * slope;
      n += 1;
    }
    return sum;
  }

  /**
   * Of Q as a continued fraction (Abramowitz and Stegun 6.5.31): its convergents and how they
   * change, by the recurrence of Wallis, scaled so that the last denominator is 1.
   */
  private static double byFraction(double a, double x) {
    double above = 1; // of the convergent before
    double below = 0;
    double belowBy = 0;
    double aboveBy = 0;
    double h = 0; // the last convergent
    double hBelowBy = 0;
    double hAboveBy = 0;
    double hBy = 0;
    double change = 1;
    double numerator = 1;
    for (int k = 0; change > SMALL && k < MOST; k++) {
      double by = k;
      double denominator = x + 2 * k + 1 - a;
      double nextBelow = denominator + numerator * below;
      double nextAbove = denominator * h + numerator * above;
      double nextBelowBy = denominator * hBelowBy - 1 + numerator * belowBy + by * below;
      double nextAboveBy = denominator * hAboveBy - h + numerator * aboveBy + by * above;
      above = h / nextBelow;
      below = 1 / nextBelow;
      aboveBy = hAboveBy / nextBelow;
      belowBy = hBelowBy / nextBelow;
      h = nextAbove / nextBelow;
      hAboveBy = nextAboveBy / nextBelow;
      hBelowBy = nextBelowBy / nextBelow;
      double next = hAboveBy - h * hBelowBy;
      change = Math.abs(next - hBy) / (Math.abs(next) + Double.MIN_NORMAL);
      hBy = next;
      numerator = (k + 1) * (a - k - 1);
    }
    double scale = Math.exp(a * Math.log(x) - x - Gamma.logGamma(a));
    return scale * (hBy + h * (Math.log(x) - Polygamma.digamma(a)));
  }
}
