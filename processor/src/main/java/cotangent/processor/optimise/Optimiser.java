package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs the rules until none finds anything. Steps that come from the user's source are kept where
 * leaving them out could be seen (they may throw), and their results stay the same bit for bit;
 * steps without a position were made by the compiler, which knows that they needn't run.
 */
public final class Optimiser {
  private static final int MOST_ROUNDS = 12;

  private static final List<UnaryOperator<Graph>> RULES =
      List.of(
          graph -> new Folding().rewrite(graph),
          SmallArrays::in,
          graph -> new Repetitions(graph).rewrite(graph),
          graph -> new Branches().rewrite(graph),
          graph -> new MergedBranches().rewrite(graph),
          graph -> new Loops().rewrite(graph),
          graph -> new Hoisting().rewrite(graph),
          graph -> new DeadStores(graph).rewrite(graph),
          graph -> new NeedlessZeros(graph).rewrite(graph),
          graph -> new BlankArrays().rewrite(graph),
          graph -> new OverwrittenStores(graph).rewrite(graph),
          graph -> new IdleLoops(graph).rewrite(graph),
          graph -> new DeadCode(graph).rewrite());

  private Optimiser() {}

  /** Gives a graph that computes the same, at no greater cost. */
  public static Graph optimise(Graph graph) {
    List<Graph> functions = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Graph seen = new Graph(function.name(), function.body(), graph.functions());
      functions.add(new Graph(function.name(), body(seen).body(), List.of()));
    }
    return new Graph(graph.name(), body(graph).body(), functions);
  }

  /** Optimises a graph alone: its functions may share values with it that mean something else. */
  private static Graph body(Graph graph) {
    Graph current = graph;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Graph before = current;
      for (UnaryOperator<Graph> rule : RULES) {
        Graph next = rule.apply(current);
        current = next == current ? current : GraphCheck.check(next);
      }
      if (current == before) {
        return current;
      }
    }
    return current;
  }
}
