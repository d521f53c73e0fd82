/**
 * Reads {@code try}: exceptions that are caught become values, and what follows them branches, so
 * that no later stage knows of them. Begin with {@link cotangent.processor.read.caught.Tries}.
 */
@NullMarked
package cotangent.processor.read.caught;

import org.jspecify.annotations.NullMarked;
