/** Turns annotated methods into Java source that computes their derivatives. */
@NullMarked
package cotangent.processor;

import org.jspecify.annotations.NullMarked;
