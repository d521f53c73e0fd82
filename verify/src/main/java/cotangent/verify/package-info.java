/**
 * Verifies generated derivatives: in a test, in a build, or from the command line.
 *
 * <p>{@link cotangent.verify.Gradients} is where to begin.
 */
@NullMarked
package cotangent.verify;

import org.jspecify.annotations.NullMarked;
