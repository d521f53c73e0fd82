/**
 * Holds vectors and matrices of doubles, a small library. In annotated methods their operations
 * carry no derivatives yet: there they are constants.
 *
 * <p>Every operation returns a new tensor and changes none; only {@code set} changes one. Results
 * are the same to the last bit from run to run and from thread to thread.
 */
@NullMarked
package cotangent.tensor;

import org.jspecify.annotations.NullMarked;
