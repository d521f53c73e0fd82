/**
 * What is seen differently while derivatives are taken, and written in Java's own operations when
 * they are. {@code Squares}, {@code HugeTerms} and {@code BitTricks} note which numbers have other
 * derivatives than those of the steps that compute them; {@code WrittenOut} takes the notes out
 * again, and {@code PlainCalls} the copies of users' rules that nobody needed. These five are what
 * {@code Phases} calls; begin with {@link cotangent.processor.optimise.seen.Squares}.
 */
@NullMarked
package cotangent.processor.optimise.seen;

import org.jspecify.annotations.NullMarked;
