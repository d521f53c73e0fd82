package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns calls that have rules into plain ones, once all derivatives are taken, and drops the rules.
 */
public final class PlainCalls extends Rewriter {
  private final Map<String, Graph> functions = new HashMap<>();

  private PlainCalls(Graph graph) {
    graph.functions().forEach(function -> functions.put(function.name(), function));
  }

  /** Returns the graph without rules. */
  public static Graph in(Graph graph) {
    Graph plain = new PlainCalls(graph).rewrite(graph);
    Map<String, Graph> functions = new HashMap<>();
    for (Graph function : graph.functions()) {
      functions.put(function.name(), new PlainCalls(graph).rewrite(function));
    }
    Set<String> called = new HashSet<>();
    collect(plain.body(), functions, called);
    return new Graph(
        plain.name(),
        plain.body(),
        graph.functions().stream()
            .map(Graph::name)
            .filter(called::contains)
            .map(functions::get)
            .filter(Objects::nonNull)
            .toList());
  }

  private static void collect(Region region, Map<String, Graph> functions, Set<String> called) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Function function
          && called.add(function.name())) {
        collect(named(functions, function.name()).body(), functions, called);
      }
      step.regions().forEach(inner -> collect(inner, functions, called));
    }
  }

  private static Graph named(Map<String, Graph> functions, String name) {
    return Objects.requireNonNull(functions.get(name));
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Call call && call.callee() instanceof Callee.Ruled rule) {
      call(call, rule);
    } else {
      add(inside(step));
    }
  }

  private void call(Step.Call call, Callee.Ruled rule) {
    GraphBuilder b = new GraphBuilder();
    List<Value> given =
        new ArrayList<>(GraphCopy.inline(named(functions, rule.primal()), call.operands(), b));
    List<Step> steps = b.steps();
    int last = steps.size() - 1;
    if (given.size() == 1
        && steps.get(last) instanceof Step.Call plain
        && plain.results().equals(given)) {
      steps.set(
          last, new Step.Call(call.results(), plain.callee(), plain.operands(), call.position()));
      given.set(0, call.results().get(0));
    }
    steps.forEach(this::add);
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) != call.results().get(i)) {
        replace(call.results().get(i), given.get(i));
      }
    }
  }
}
