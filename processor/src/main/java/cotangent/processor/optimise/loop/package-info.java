/**
 * Makes one loop of several, so that what one computes for the next needn't go through memory.
 * {@code TensorChains} joins loops that go through the same elements in the same order, before
 * derivatives are taken; {@code FusedLoops}, where to begin reading, finds those that can run
 * together once all is derived: {@code LoopRun} gathers them, {@code LoopSchedule} says which
 * rounds run together, {@code Fusion} writes them. Outside, only {@link
 * cotangent.processor.optimise.loop.LoopRules} is used.
 */
@NullMarked
package cotangent.processor.optimise.loop;

import org.jspecify.annotations.NullMarked;
