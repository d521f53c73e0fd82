/**
 * Maps graphs to graphs that compute the same at less cost: one file for each rule. {@link
 * cotangent.processor.optimise.Optimiser} has their order; begin reading there. What a rule is made
 * of is in {@code rewrite}; by what the rules are about, they are in
 *
 * <ul>
 *   <li>{@code number}: {@code Folding} (with {@code Algebra}, {@code Powers}), {@code Repetitions}
 *   <li>{@code flow}: {@code SettledTests}, {@code BranchSimplification}, {@code MergedBranches},
 *       {@code LoopSimplification}, {@code Hoisting}, {@code IdleLoops}, {@code DeadCode}
 *   <li>{@code loop}: {@code TensorChains}, {@code FusedLoops}
 *   <li>{@code array}: {@code SmallArrays}, {@code AgreedSizes}, {@code DeadStores}, {@code
 *       OverwrittenStores}, {@code NeedlessZeros}, {@code BlankArrays}, {@code SharedArrays},
 *       {@code InPlaceSums}
 * </ul>
 *
 * <p>None of these rooms sees another. What is seen differently when derivatives are taken is in
 * {@code seen}: {@code Squares}, {@code HugeTerms}, {@code BitTricks}, and {@code WrittenOut} and
 * {@code PlainCalls} for the way back.
 */
@NullMarked
package cotangent.processor.optimise;

import org.jspecify.annotations.NullMarked;
