/**
 * Reads {@code try}: exceptions that are caught become values, and what follows them branches, so
 * that no later stage knows of them. Begin with {@link cotangent.processor.read.caught.Tries};
 * {@code CaughtBlocks} reads a block, {@code Catching} writes its steps again.
 */
@NullMarked
package cotangent.processor.read.caught;

import org.jspecify.annotations.NullMarked;
