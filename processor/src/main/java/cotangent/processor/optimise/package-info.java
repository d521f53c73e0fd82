/**
 * Maps graphs to graphs that compute the same at less cost: one file for each rule. {@link
 * cotangent.processor.optimise.Optimiser} has their order; begin reading there.
 */
@NullMarked
package cotangent.processor.optimise;

import org.jspecify.annotations.NullMarked;
