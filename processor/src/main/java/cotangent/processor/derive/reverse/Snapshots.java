package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Rules;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets calls with rules work on copies where the arrays that the backward half will look at are
 * overwritten before.
 */
final class Snapshots {
  private final Storage storage;
  private final Rules rules;

  private Snapshots(Storage storage, Rules rules) {
    this.storage = storage;
    this.rules = rules;
  }

  static Graph taken(Graph graph) {
    if (!hasRules(graph.body())
        && graph.functions().stream().noneMatch(function -> hasRules(function.body()))) {
      return graph;
    }
    Map<String, Graph> functions = new HashMap<>();
    graph.functions().forEach(function -> functions.put(function.name(), function));
    Rules rules = new Rules(functions);
    Set<String> called = CalledFunctions.by(graph);
    Region body =
        new Snapshots(new Storage(graph, new Places(graph.body()), false), rules)
            .rewritten(graph.body());
    List<Graph> rewritten = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Storage storage = new Storage(graph, new Places(function.body()), true);
      rewritten.add(
          called.contains(function.name())
              ? new Graph(
                  function.name(),
                  new Snapshots(storage, rules).rewritten(function.body()),
                  List.of())
              : function);
    }
    return new Graph(graph.name(), body, rewritten);
  }

  private static boolean hasRules(Region region) {
    return region.steps().stream()
        .anyMatch(
            step ->
                step instanceof Step.Call call && call.callee() instanceof Callee.Ruled
                    || step.regions().stream().anyMatch(Snapshots::hasRules));
  }

  private Region rewritten(Region region) {
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Ruled rule) {
        call(call, rule, b);
      } else {
        b.add(step.withRegions(this::rewritten));
      }
    }
    return b.yield(region.yields());
  }

  private void call(Step.Call call, Callee.Ruled rule, GraphBuilder b) {
    b.at(call.position());
    String looking = rule.pullback().isEmpty() ? rule.pushforward() : rule.pullback();
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < call.operands().size(); i++) {
      Value operand = call.operands().get(i);
      boolean copies = isOverwritten(operand, looking, i, call);
      operands.add(copies ? new ArrayCode(b).copy(operand) : operand);
    }
    List<Value> results = new ArrayList<>();
    Map<Value, Value> originals = new HashMap<>();
    for (Value result : call.results()) {
      boolean copies = isOverwritten(result, looking, operands.size() + results.size(), call);
      Value kept = copies ? new Value(result.type(), result.name()) : result;
      results.add(kept);
      if (copies) {
        originals.put(result, kept);
      }
    }
    b.add(new Step.Call(results, rule, operands, call.position()));
    originals.forEach((result, kept) -> new ArrayCode(b).copy(result, kept));
  }

  /**
   * Whether the backward half can't go by an array as it will be then: the rule needs what is in
   * it, or cotangents go to the rows that it has now.
   */
  private boolean isOverwritten(Value value, String looking, int parameter, Step.Call call) {
    return value.type().isArray()
        && !looking.isEmpty()
        && (value.type().rank() > 1 || rules.uses(looking, parameter))
        && storage.mayChangeAfter(call, value);
  }
}
