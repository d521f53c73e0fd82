package cotangent.processor.optimise.rewrite;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.StepKind;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule as the optimiser sees it: what it makes of a graph, and which graphs have nothing for it.
 *
 * @param about the kinds of steps of which the graph must have one; empty for any graph
 */
public record Rewrite(Function<Survey, Graph> rewriting, Set<StepKind> about) {
  public Rewrite(Function<Survey, Graph> rewriting, StepKind... about) {
    this(rewriting, Set.of(about));
  }

  /** Returns another graph, or the same one where there is nothing to do. */
  public Graph apply(Survey seen) {
    return about.isEmpty() || seen.hasOneOf(about) ? rewriting.apply(seen) : seen.graph();
  }
}
