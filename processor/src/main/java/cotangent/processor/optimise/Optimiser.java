package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.optimise.array.ArrayRules;
import cotangent.processor.optimise.flow.FlowRules;
import cotangent.processor.optimise.loop.LoopRules;
import cotangent.processor.optimise.number.NumberRules;
import cotangent.processor.optimise.rewrite.Rewrite;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs the rules until none finds anything. Steps that come from the user's source are kept where
 * their removal could be noticed (they may throw), and their results stay the same bit for bit;
 * steps without a position were made by the compiler, which knows that they needn't run.
 */
public final class Optimiser {
  private static final int MOST_ROUNDS = 12;

  /** The rules for graphs whose derivatives may still be taken. */
  private static final List<Rewrite> RULES =
      List.of(
          NumberRules.FOLDING,
          ArrayRules.MADE_LENGTHS,
          ArrayRules.SMALL_ARRAYS,
          NumberRules.REPETITIONS,
          ArrayRules.AGREED_SIZES,
          ArrayRules.TRANSPOSES,
          FlowRules.SETTLED_TESTS,
          FlowRules.BRANCH_SIMPLIFICATION,
          FlowRules.MERGED_BRANCHES,
          LoopRules.ROOM_AHEAD,
          FlowRules.LOOP_SIMPLIFICATION,
          FlowRules.HOISTING,
          LoopRules.TENSOR_CHAINS,
          ArrayRules.DEAD_STORES,
          ArrayRules.NEEDLESS_ZEROS,
          ArrayRules.BLANK_ARRAYS,
          ArrayRules.OVERWRITTEN_STORES,
          ArrayRules.STORED_ZEROS,
          FlowRules.NEEDLESS_LOOKS,
          FlowRules.DEAD_CODE);

  /**
   * All rules. Passing over what is zero would lose the derivative by it, and what is overwritten
   * would have to be kept.
   */
  private static final List<Rewrite> LAST =
      Stream.concat(
              RULES.stream(),
              Stream.of(
                  NumberRules.COMMON_FACTORS,
                  NumberRules.KNOWN_SUMS,
                  ArrayRules.IN_PLACE_SUMS,
                  ArrayRules.SHARED_ARRAYS,
                  ArrayRules.LATE_ROWS,
                  LoopRules.LINEAR_MAPS,
                  FlowRules.IDLE_LOOPS))
          .toList();

  private Optimiser() {}

  /** Returns a graph that computes the same, at no greater cost, and has the same derivatives. */
  public static Graph optimise(Graph graph) {
    return optimise(graph, each -> body(each, RULES));
  }

  /** Returns a graph that computes the same, at no greater cost. */
  public static Graph finish(Graph graph) {
    return optimise(graph, Optimiser::jammed);
  }

  private static Graph optimise(Graph graph, UnaryOperator<Graph> body) {
    List<Graph> functions = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Graph seen = new Graph(function.name(), function.body(), graph.functions());
      functions.add(new Graph(function.name(), body.apply(seen).body(), List.of()));
    }
    return GraphCheck.check(new Graph(graph.name(), body.apply(graph).body(), functions));
  }

  /**
   * Optimises a graph alone: its functions may share values with it that mean something else. A
   * rule that has found nothing is asked again only where another one has changed the graph since.
   */
  private static Graph body(Graph graph, List<Rewrite> rules) {
    Survey current = new Survey(graph);
    int unchanged = 0;
    for (int turn = 0; turn < MOST_ROUNDS * rules.size() && unchanged < rules.size(); turn++) {
      Graph next = rules.get(turn % rules.size()).apply(current);
      unchanged = next == current.graph() ? unchanged + 1 : 0;
      current = next == current.graph() ? current : new Survey(next);
    }
    return current.graph();
  }

  /** Makes loops of fewer goes, which are more to read: so of what is found in the end only. */
  private static Graph jammed(Graph graph) {
    Graph fused = fused(graph);
    Graph jammed = LoopRules.JAMMED_ROUNDS.apply(new Survey(fused));
    return jammed == fused ? fused : body(jammed, LAST);
  }

  /** Makes other loops, where there is nothing left to tidy up. */
  private static Graph fused(Graph graph) {
    Graph tidy = body(graph, LAST);
    Graph fused = LoopRules.FUSED_LOOPS.apply(new Survey(tidy));
    return fused == tidy ? tidy : fused(fused);
  }
}
