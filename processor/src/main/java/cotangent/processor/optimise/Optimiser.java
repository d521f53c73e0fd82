package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
  private static final List<Rule> RULES =
      List.of(
          new Rule(seen -> new Folding().rewrite(seen.graph())),
          new Rule(seen -> SmallArrays.in(seen.graph()), StepKind.NEW_ARRAY),
          new Rule(seen -> new Repetitions(seen).rewrite(seen.graph())),
          new Rule(seen -> new AgreedSizes().rewrite(seen.graph()), StepKind.CALL),
          new Rule(seen -> new SettledTests().rewrite(seen.graph()), StepKind.BRANCH),
          new Rule(seen -> new BranchSimplification().rewrite(seen.graph()), StepKind.BRANCH),
          new Rule(seen -> new MergedBranches().rewrite(seen.graph()), StepKind.BRANCH),
          new Rule(
              seen -> new LoopSimplification().rewrite(seen.graph()),
              StepKind.LOOP,
              StepKind.WHILE),
          new Rule(seen -> new Hoisting().rewrite(seen.graph()), StepKind.LOOP, StepKind.WHILE),
          new Rule(seen -> new TensorChains(seen).rewrite(seen.graph()), StepKind.LOOP),
          new Rule(
              seen -> new DeadStores(seen.arrays()).rewrite(seen.graph()),
              StepKind.NEW_ARRAY,
              StepKind.ZEROS_LIKE),
          new Rule(
              seen -> new NeedlessZeros(seen.arrays()).rewrite(seen.graph()), StepKind.NEW_ARRAY),
          new Rule(seen -> new BlankArrays().rewrite(seen.graph()), StepKind.NEW_ARRAY),
          new Rule(
              seen -> new OverwrittenStores(seen.memory()).rewrite(seen.graph()), StepKind.WRITE),
          new Rule(seen -> new DeadCode(seen).rewrite()));

  /**
   * All rules. Passing over what is zero would lose the derivative by it, and what is overwritten
   * would have to be kept.
   */
  private static final List<Rule> LAST =
      Stream.concat(
              RULES.stream(),
              Stream.of(
                  new Rule(seen -> new InPlaceSums(seen).rewrite(seen.graph()), StepKind.CALL),
                  new Rule(
                      seen -> new SharedArrays(seen).rewrite(seen.graph()), StepKind.NEW_ARRAY),
                  new Rule(
                      seen -> new IdleLoops(seen.places()).rewrite(seen.graph()), StepKind.LOOP)))
          .toList();

  /** The rule that makes other loops, when there is nothing left to tidy up. */
  private static final Rule FUSING = new Rule(FusedLoops::in, StepKind.LOOP);

  /**
   * A rule.
   *
   * @param about the kinds of steps of which the graph must have one; empty for any graph
   */
  private record Rule(Function<Survey, Graph> rewriting, Set<StepKind> about) {
    Rule(Function<Survey, Graph> rewriting, StepKind... about) {
      this(rewriting, Set.of(about));
    }

    Graph apply(Survey seen) {
      return about.isEmpty() || seen.hasOneOf(about) ? rewriting.apply(seen) : seen.graph();
    }
  }

  private Optimiser() {}

  /** Returns a graph that computes the same, at no greater cost, and has the same derivatives. */
  public static Graph optimise(Graph graph) {
    return optimise(graph, each -> body(each, RULES));
  }

  /** Returns a graph that computes the same, at no greater cost. */
  public static Graph finish(Graph graph) {
    Graph g = optimise(graph, Optimiser::fused);
    return g;
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
  private static Graph body(Graph graph, List<Rule> rules) {
    Survey current = new Survey(graph);
    int unchanged = 0;
    for (int turn = 0; turn < MOST_ROUNDS * rules.size() && unchanged < rules.size(); turn++) {
      Graph next = rules.get(turn % rules.size()).apply(current);
      unchanged = next == current.graph() ? unchanged + 1 : 0;
      current = next == current.graph() ? current : new Survey(next);
    }
    return current.graph();
  }

  private static Graph fused(Graph graph) {
    Graph tidy = body(graph, LAST);
    Graph fused = FUSING.apply(new Survey(tidy));
    return fused == tidy ? tidy : fused(fused);
  }
}
