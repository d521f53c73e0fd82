package cotangent.rules.hipparchus;

import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.DerivativeOf;
import cotangent.Differentiable;
import org.hipparchus.special.Gamma;

/** The derivatives of the gamma function, and of what is made of it. */
public final class GammaRules {
  private GammaRules() {}

  /** Differentiates the gamma function. */
  @DerivativeOf(owner = Gamma.class, method = "gamma")
  @Differentiable
  public static double gammaPullback(double x, double value, double seed) {
    return value * Polygamma.digamma(x) * seed;
  }

  /** Differentiates the logarithm of the gamma function. */
  @DerivativeOf(owner = Gamma.class, method = "logGamma")
  @Differentiable
  public static double logGammaPullback(double x, double value, double seed) {
    if (Double.isNaN(value)) { // digamma goes on for negative numbers
      return seed == 0 ? 0 : Double.NaN;
    }
    return Polygamma.digamma(x) * seed;
  }

  /** Differentiates the logarithm of the gamma function of {@code 1 + x}. */
  @DerivativeOf(owner = Gamma.class, method = "logGamma1p")
  @Differentiable
  public static double logGamma1pPullback(double x, double value, double seed) {
    return Polygamma.digamma(1 + x) * seed;
  }

  /** Differentiates the digamma function. */
  @DerivativeOf(owner = Gamma.class, method = "digamma")
  @Differentiable
  public static double digammaPullback(double x, double value, double seed) {
    return Polygamma.trigamma(x) * seed;
  }

  /** Differentiates the trigamma function. */
  @DerivativeOf(owner = Gamma.class, method = "trigamma")
  @Differentiable
  public static double trigammaPullback(double x, double value, double seed) {
    return Polygamma.tetragamma(x) * seed;
  }

  /** Differentiates the lower regularized incomplete gamma function. */
  @DerivativeOf(owner = Gamma.class, method = "regularizedGammaP")
  @Differentiable({VJP, JVP})
  public static ByTwo lowerPullback(double a, double x, double value, double seed) {
    return seed == 0 ? ByTwo.NONE : slopes(a, x, value).times(seed);
  }

  /** Differentiates the upper regularized incomplete gamma function. */
  @DerivativeOf(owner = Gamma.class, method = "regularizedGammaQ")
  @Differentiable({VJP, JVP})
  public static ByTwo upperPullback(double a, double x, double value, double seed) {
    return seed == 0 ? ByTwo.NONE : slopes(a, x, value).times(-seed);
  }

  /** At zero there is only one side: of the power that the function is like. */
  private static ByTwo slopes(double a, double x, double value) {
    if (Double.isNaN(value)) {
      return new ByTwo(Double.NaN, Double.NaN);
    }
    return x == 0 ? new ByTwo(0, AtZero.slopeOfPower(a, 1)) : IncompleteGamma.slopes(a, x);
  }
}
