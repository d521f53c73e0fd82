/**
 * Runs a graph for several values of some parameters at once, each in a lane. Begin with {@link
 * cotangent.processor.derive.lanes.Widening}, and with {@code Varying} for what may be widened at
 * all.
 */
@NullMarked
package cotangent.processor.derive.lanes;

import org.jspecify.annotations.NullMarked;
