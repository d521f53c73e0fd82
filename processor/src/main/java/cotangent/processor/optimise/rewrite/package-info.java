/**
 * What rules are made of. Most are a {@link cotangent.processor.optimise.rewrite.Rewriter}, which
 * goes once through a graph; begin there. A {@code PresenceRewriter} also knows which arrays are
 * certainly there. {@code Survey} has what they ask of a graph before that: what steps write to
 * ({@code Memory}), and which arrays have one name only ({@code LocalArrays}). All rooms of the
 * optimiser use this one, which knows no rule.
 */
@NullMarked
package cotangent.processor.optimise.rewrite;

import org.jspecify.annotations.NullMarked;
