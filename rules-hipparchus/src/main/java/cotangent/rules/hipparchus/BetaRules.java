package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.special.Beta;

/** The derivatives of the beta function, and of its integral. */
public final class BetaRules {
  private BetaRules() {}

  /** Differentiates the logarithm of the beta function. */
  @DerivativeOf(owner = Beta.class, method = "logBeta")
  @Differentiable({VJP, JVP})
  public static ByTwo logBetaPullback(double p, double q, double value, double seed) {
    if (Double.isNaN(value)) {
      return seed == 0 ? ByTwo.NONE : new ByTwo(Double.NaN, Double.NaN);
    }
    double both = Polygamma.digamma(p + q);
    return new ByTwo((Polygamma.digamma(p) - both) * seed, (Polygamma.digamma(q) - both) * seed);
  }

  /** Differentiates the regularized incomplete beta function. */
  @DerivativeOf(owner = Beta.class, method = "regularizedBeta")
  @Differentiable({VJP, JVP})
  public static ByThree regularizedPullback(
      double x, double a, double b, double value, double seed) {
    return seed == 0 ? ByThree.NONE : slopes(x, a, b, value).times(seed);
  }

  /** At zero and one there is only one side: of the power that the function is like. */
  private static ByThree slopes(double x, double a, double b, double value) {
    if (Double.isNaN(value)) {
      return new ByThree(Double.NaN, Double.NaN, Double.NaN);
    }
    if (x == 0) {
      return new ByThree(AtZero.slopeOfPower(a, b), 0, 0);
    }
    return x == 1 ? new ByThree(AtZero.slopeOfPower(b, a), 0, 0) : IncompleteBeta.slopes(x, a, b);
  }
}
