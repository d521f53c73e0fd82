/**
 * Counts what a graph takes, in terms of the sizes of its inputs: operations, and what is kept for
 * the backward half. {@link cotangent.processor.cost.Cost} is what others ask; begin reading there.
 */
@NullMarked
package cotangent.processor.cost;

import org.jspecify.annotations.NullMarked;
