/**
 * Reads Java's loops as the two kinds that the graph has: counted ones where the trip count is
 * certain, general ones with their exit in the middle. Begin with {@link
 * cotangent.processor.read.loop.Loops}, which is all that is used outside.
 */
@NullMarked
package cotangent.processor.read.loop;

import org.jspecify.annotations.NullMarked;
