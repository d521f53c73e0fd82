package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs the rules until none finds anything. Steps that come from the user's source are kept where
 * leaving them out could be seen (they may throw), and their results stay the same bit for bit;
 * steps without a position were made by the compiler, which knows that they needn't run.
 */
public final class Optimiser {
  private static final int MOST_ROUNDS = 12;

  /** The rules for graphs of which derivatives may still be taken. */
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
          graph -> new DeadCode(graph).rewrite());

  /** All rules: to pass over what is zero would lose the derivative by it. */
  private static final List<UnaryOperator<Graph>> LAST =
      Stream.concat(RULES.stream(), Stream.of(graph -> new IdleLoops(graph).rewrite(graph)))
          .toList();

  private Optimiser() {}

  /** Gives a graph that computes the same, at no greater cost, and has the same derivatives. */
  public static Graph optimise(Graph graph) {
    return optimise(graph, RULES);
  }

  /** Gives a graph that computes the same, at no greater cost. */
  public static Graph finish(Graph graph) {
    return optimise(graph, LAST);
  }

  private static Graph optimise(Graph graph, List<UnaryOperator<Graph>> rules) {
    List<Graph> functions = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Graph seen = new Graph(function.name(), function.body(), graph.functions());
      functions.add(new Graph(function.name(), body(seen, rules).body(), List.of()));
    }
    return GraphCheck.check(new Graph(graph.name(), body(graph, rules).body(), functions));
  }

  /**
   * Optimises a graph alone: its functions may share values with it that mean something else. A
   * rule that has found nothing is asked again only where another one has changed the graph since.
   */
  private static Graph body(Graph graph, List<UnaryOperator<Graph>> rules) {
    Graph current = graph;
    int unchanged = 0;
    for (int turn = 0; turn < MOST_ROUNDS * rules.size() && unchanged < rules.size(); turn++) {
      Graph next = rules.get(turn % rules.size()).apply(current);
      unchanged = next == current ? unchanged + 1 : 0;
      current = next;
    }
    return current;
  }
}
