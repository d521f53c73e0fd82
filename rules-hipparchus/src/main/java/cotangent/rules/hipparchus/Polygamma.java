package cotangent.rules.hipparchus;

import cotangent.DerivativeOf;

/**
 * The derivatives of the logarithm of the gamma function to the last digits: Hipparchus' own {@code
 * digamma} is only right to 3e-9. By recurrence to where the asymptotic series hold (Abramowitz and
 * Stegun 6.3.18, 6.4.12), by reflection (6.3.7, 6.4.7) where the argument is negative.
 */
final class Polygamma {
  /** From here on the series are exact. */
  private static final double FAR = 20;

  private Polygamma() {}

  static double digamma(double x) {
    if (x < 0) {
      return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
    }
    double sum = 0;
    double far = x;
    while (far < FAR) {
      sum -= 1 / far;
      far += 1;
    }
    double r = 1 / (far * far);
    double series =
        1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132))));
    return sum + Math.log(far) - 0.5 / far - r * series;
  }

  static double trigamma(double x) {
    if (x < 0) {
      double sine = Math.sin(Math.PI * x);
      return Math.PI * Math.PI / (sine * sine) - trigamma(1 - x);
    }
    double sum = 0;
    double far = x;
    while (far < FAR) {
      sum += 1 / (far * far);
      far += 1;
    }
    double r = 1 / (far * far);
    double series = 1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66))));
    return sum + (1 + 0.5 / far + r * series) / far;
  }

  static double tetragamma(double x) {
    if (x < 0) {
      double sine = Math.sin(Math.PI * x);
      double cube = Math.pow(Math.PI / sine, 3);
      return tetragamma(1 - x) - 2 * cube * Math.cos(Math.PI * x);
    }
    double sum = 0;
    double far = x;
    while (far < FAR) {
      sum -= 2 / (far * far * far);
      far += 1;
    }
    double r = 1 / (far * far);
    double series = 1.0 / 2 - r * (1.0 / 6 - r * (1.0 / 6 - r * (3.0 / 10 - r * (5.0 / 6))));
    return sum - r * (1 + 1 / far + r * series);
  }

  @DerivativeOf(owner = Polygamma.class, method = "digamma")
  static double digammaPullback(double x, double value, double seed) {
    return trigamma(x) * seed;
  }

  @DerivativeOf(owner = Polygamma.class, method = "trigamma")
  static double trigammaPullback(double x, double value, double seed) {
    return tetragamma(x) * seed;
  }
}
