/**
 * Holds vectors and matrices of doubles, a small library, of which all operations carry derivatives
 * in annotated methods.
 *
 * <p>Every operation returns a new tensor and changes none; only {@code set} changes one. Results
 * are the same to the last bit from run to run and from thread to thread.
 */
@NullMarked
package cotangent.tensor;

import org.jspecify.annotations.NullMarked;
