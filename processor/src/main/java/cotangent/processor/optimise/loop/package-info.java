/**
 * Makes one loop of several, so that what one computes for the next needn't go through memory, and
 * fewer goes of what all rounds of a loop do. {@code TensorChains} joins loops that go through the
 * same elements in the same order, before derivatives are taken; {@code FusedLoops}, where to begin
 * reading, finds those that can run together once all is derived: {@code LoopRun} gathers them,
 * {@code LoopSchedule} says which rounds run together, {@code Fusion} writes them. {@code
 * LinearMaps} and {@code JammedRounds} put off what the rounds only add up: one by the map that all
 * go through, the other by the matrix that all add to. Outside, only {@link
 * cotangent.processor.optimise.loop.LoopRules} is used.
 */
@NullMarked
package cotangent.processor.optimise.loop;

import org.jspecify.annotations.NullMarked;
