/**
 * Rules about numbers: what is known already, what a law of arithmetic makes simpler, and what was
 * computed or read before. Begin with {@code Folding}, which asks {@code Algebra} and {@code
 * Powers}; {@code Repetitions}, {@code CommonFactors} and {@code KnownSums} are the other rules.
 * Outside, only {@link cotangent.processor.optimise.number.NumberRules} is used.
 */
@NullMarked
package cotangent.processor.optimise.number;

import org.jspecify.annotations.NullMarked;
