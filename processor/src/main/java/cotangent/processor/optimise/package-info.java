/** From graph to graph that computes the same with less: one file a rule. */
@NullMarked
package cotangent.processor.optimise;

import org.jspecify.annotations.NullMarked;
