/**
 * Derivatives of functions of Commons Math 3, found by the compiler wherever this artifact is on
 * the path: nothing here is called by hand.
 *
 * <p>The elementary functions of {@code FastMath} on {@code double} that have slopes, with kinks as
 * those of {@code Math}.
 *
 * <p>Special functions: all of {@code Erf}; {@code gamma}, {@code logGamma}, {@code logGamma1p},
 * {@code digamma}, {@code trigamma}, {@code regularizedGammaP} and {@code Q} of {@code Gamma};
 * {@code logBeta} and {@code regularizedBeta} of {@code Beta}, each by all its arguments.
 *
 * <p><b>Cost.</b> A derivative by the first argument of {@code regularizedGammaP}, or by the last
 * two of {@code regularizedBeta}, is a series or a continued fraction of its own, as dear as the
 * value.
 */
@NullMarked
package cotangent.rules.commonsmath;

import org.jspecify.annotations.NullMarked;
