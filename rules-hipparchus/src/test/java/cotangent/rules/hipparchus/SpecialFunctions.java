package cotangent.rules.hipparchus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.GRADIENT_SUM;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Between;
import cotangent.Differentiable;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** Calls each special function that has rules, once. */
final class SpecialFunctions {
  private SpecialFunctions() {}

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP, GRADIENT_SUM})
  static double erf(double x) {
    return Erf.erf(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double erfc(double x) {
    return Erf.erfc(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double erfBetween(double x1, double x2) {
    return Erf.erf(x1, x2);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double erfInv(@Between({-0.9, 0.9}) double x) {
    return Erf.erfInv(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double erfcInv(@Between({0.1, 1.9}) double x) {
    return Erf.erfcInv(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double gamma(@Between({0.3, 6}) double x) {
    return Gamma.gamma(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logGamma(@Between({0.2, 60}) double x) {
    return Gamma.logGamma(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logGamma1p(@Between({-0.4, 1.4}) double x) {
    return Gamma.logGamma1p(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double digamma(@Between({0.3, 8}) double x) {
    return Gamma.digamma(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double trigamma(@Between({0.5, 8}) double x) {
    return Gamma.trigamma(x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double lowerGamma(@Between({0.3, 6}) double a, @Between({0.2, 9}) double x) {
    return Gamma.regularizedGammaP(a, x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double upperGamma(@Between({0.3, 6}) double a, @Between({0.2, 9}) double x) {
    return Gamma.regularizedGammaQ(a, x);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double logBeta(@Between({0.3, 12}) double p, @Between({0.3, 12}) double q) {
    return Beta.logBeta(p, q);
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double regularizedBeta(
      @Between({0.1, 0.9}) double x, @Between({0.4, 6}) double a, @Between({0.4, 6}) double b) {
    return Beta.regularizedBeta(x, a, b);
  }
}
