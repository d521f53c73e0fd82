/**
 * Rules about which steps run, and how often: branches whose way is known, what a loop needn't do
 * in each round, and all that is left without use. Each file is one rule, but for {@code
 * Selection}; begin with {@code DeadCode}, which the others leave the rest to. Outside, only {@link
 * cotangent.processor.optimise.flow.FlowRules} is used.
 */
@NullMarked
package cotangent.processor.optimise.flow;

import org.jspecify.annotations.NullMarked;
