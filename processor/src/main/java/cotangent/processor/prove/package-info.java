/**
 * Proves derivatives before they are written: runs their graphs on numbers, never the user's code.
 * Begin with {@link cotangent.processor.prove.Prover}, which is all that is used outside, and
 * {@code AtPoint}, which has the checks.
 */
@NullMarked
package cotangent.processor.prove;

import org.jspecify.annotations.NullMarked;
