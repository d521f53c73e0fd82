/**
 * Rules about arrays: which needn't be made, cleared, written, or be arrays at all, and when rows
 * are read. Each rule is one file, with a question of its own beside it where it needs one ({@code
 * SmallArrayUses}, {@code FirstWrites}, {@code Lengths}); begin with {@code SmallArrays}. Outside,
 * only {@link cotangent.processor.optimise.array.ArrayRules} is used.
 */
@NullMarked
package cotangent.processor.optimise.array;

import org.jspecify.annotations.NullMarked;
