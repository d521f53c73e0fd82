/**
 * Derivatives of functions and distributions of Hipparchus, found by the compiler wherever this
 * artifact is on the path: nothing here is called by hand.
 *
 * <p>The elementary functions of {@code FastMath} on {@code double} that have slopes, with kinks as
 * those of {@code Math}.
 *
 * <p>Special functions: all of {@code Erf}; {@code gamma}, {@code logGamma}, {@code logGamma1p},
 * {@code digamma}, {@code trigamma}, {@code regularizedGammaP} and {@code Q} of {@code Gamma};
 * {@code logBeta} and {@code regularizedBeta} of {@code Beta}, each by all its arguments.
 *
 * <p>Distributions, by all parameters and by the point: {@code density}, {@code logDensity} and
 * {@code cumulativeProbability} of the normal, log-normal, gamma, chi-squared, beta, exponential,
 * Weibull and Student's distribution; for the normal one {@code inverseCumulativeProbability} and
 * {@code probability} of an interval as well. By its parameters a distribution is differentiated
 * where it is made in the method, {@code new GammaDistribution(shape, scale).density(x)}; one that
 * comes from elsewhere is constant.
 *
 * <p><b>Special cases.</b> Outside of its support, and at an end where the density is zero, a
 * distribution has derivatives of zero.
 *
 * <p><b>Cost.</b> A derivative by the first argument of {@code regularizedGammaP}, or by the last
 * two of {@code regularizedBeta}, is a series or a continued fraction of its own, as dear as the
 * value.
 */
@NullMarked
package cotangent.rules.hipparchus;

import org.jspecify.annotations.NullMarked;
