package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which arrays may be null where a method returns, by where they come from: from a null, an
 * element that may not be there, or a parameter that may be null.
 */
public final class NullArrays {
  private final Places places;
  private final Set<Value> present;
  private final Set<Value> sources;

  /** Of which values each one is another name. */
  private final Map<Value, Set<Value>> origins = new HashMap<>();

  /**
   * @param places throughout the graph
   * @param present the values that are certainly not null
   * @param nullable the parameters that may be null
   */
  public NullArrays(Graph graph, Places places, Set<Value> present, Set<Value> nullable) {
    this.places = places;
    this.present = present;
    this.sources = new HashSet<>(nullable);
    Map<String, Graph> functions = new HashMap<>();
    graph.functions().forEach(function -> functions.put(function.name(), function));
    places.bodies().forEach(body -> enter(body, functions));
  }

  private void enter(Region region, Map<String, Graph> functions) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Function callee) {
        Graph function = Objects.requireNonNull(functions.get(callee.name()));
        handOn(call.operands(), function.parameters());
        handOn(function.results(), call.results());
      } else if (step instanceof Step.ZerosLike zeros) {
        handOn(List.of(zeros.array()), zeros.results());
      } else if (step instanceof Step.Read || step instanceof Step.Pop) {
        sources.addAll(step.results());
      }
      for (Moves.Move move : Moves.of(step)) {
        if (move.way() == Moves.Way.HANDED_ON) {
          handOn(List.of(move.from()), List.of(move.to()));
        }
      }
      step.regions().forEach(inner -> enter(inner, functions));
    }
  }

  private void handOn(List<Value> from, List<Value> to) {
    for (int i = 0; i < from.size(); i++) {
      origins.computeIfAbsent(to.get(i), none -> new HashSet<>()).add(from.get(i));
    }
  }

  /** Whether an array may be null where the method returns. */
  public boolean mayHold(Value array) {
    return mayHold(array, new HashSet<>());
  }

  private boolean mayHold(Value array, Set<Value> seen) {
    return !present.contains(array)
        && seen.add(array)
        && (sources.contains(array)
            || places.isNull(array)
            || origins(array).anyMatch(each -> mayHold(each, seen)));
  }

  private Stream<Value> origins(Value array) {
    return origins.getOrDefault(array, Set.of()).stream();
  }
}
