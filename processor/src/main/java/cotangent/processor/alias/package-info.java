/**
 * Which arrays of a graph may be the same memory. {@link cotangent.processor.alias.Aliases} is the
 * one analysis, by unification; {@code derive} and {@code optimise} ask it with the policy that
 * fits them. Begin reading there.
 */
@NullMarked
package cotangent.processor.alias;

import org.jspecify.annotations.NullMarked;
