/**
 * Maps graphs to graphs that compute the same at less cost: one file for each rule. {@link
 * cotangent.processor.optimise.Optimiser} has their order; begin reading there. By what the rules
 * are about:
 *
 * <ul>
 *   <li>numbers: {@code Folding} (with {@code Algebra}, {@code Powers}), {@code Repetitions}, and
 *       what is seen differently when derivatives are taken: {@code Squares}, {@code HugeTerms},
 *       {@code BitTricks}, which {@code WrittenOut} takes out again
 *   <li>branches: {@code SettledTests}, {@code BranchSimplification}, {@code MergedBranches}
 *   <li>loops: {@code LoopSimplification}, {@code Hoisting}, {@code TensorChains}, {@code
 *       FusedLoops}, {@code IdleLoops}
 *   <li>arrays: {@code SmallArrays}, {@code DeadStores}, {@code OverwrittenStores}, {@code
 *       NeedlessZeros}, {@code BlankArrays}, {@code SharedArrays}, {@code InPlaceSums}
 *   <li>calls and sizes: {@code PlainCalls}, {@code AgreedSizes}
 *   <li>all that is left without use: {@code DeadCode}
 * </ul>
 *
 * <p>What rules ask of a graph is found once for all of them, in {@code Survey}.
 */
@NullMarked
package cotangent.processor.optimise;

import org.jspecify.annotations.NullMarked;
