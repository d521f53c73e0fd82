package cotangent.processor.graph;

import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A graph read from text, whose values are found by their names. */
public final class NamedGraph {
  private final Graph graph;
  private final Map<String, Value> values = new HashMap<>();

  public NamedGraph(String parameters, String body) {
    String text = "graph f(" + parameters + ") {\n" + body.indent(2) + "}\n";
    graph = GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
    enter(graph.body());
  }

  private void enter(Region region) {
    region.parameters().forEach(value -> values.put(value.name(), value));
    for (Step step : region.steps()) {
      step.results().forEach(value -> values.put(value.name(), value));
      step.regions().forEach(this::enter);
    }
  }

  public Graph graph() {
    return graph;
  }

  public Value value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
