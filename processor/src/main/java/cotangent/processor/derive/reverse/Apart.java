package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the functions of a graph so that the names of what will be derived of them are free: where
 * a graph is derived a second time, what was derived before may have taken them.
 */
public final class Apart {
  private final Map<String, String> names = new HashMap<>();

  private Apart(Graph graph, List<String> suffixes) {
    Set<String> taken = new HashSet<>();
    graph.functions().forEach(function -> taken.add(function.name()));
    for (Graph function : graph.functions()) {
      String name = function.name();
      while (suffixes.stream().map(name::concat).anyMatch(taken::contains)) {
        name += "_";
      }
      if (!name.equals(function.name())) {
        names.put(function.name(), name);
        taken.add(name);
      }
    }
  }

  /** Returns the graph itself where all names are free. */
  public static Graph named(Graph graph, List<String> suffixes) {
    Apart apart = new Apart(graph, suffixes);
    return apart.names.isEmpty()
        ? graph
        : new Graph(
            graph.name(),
            apart.region(graph.body()),
            graph.functions().stream()
                .map(f -> new Graph(apart.of(f.name()), apart.region(f.body()), List.of()))
                .toList());
  }

  private String of(String name) {
    return names.getOrDefault(name, name);
  }

  private Region region(Region region) {
    return new Region(
        region.parameters(), region.steps().stream().map(this::step).toList(), region.yields());
  }

  private Step step(Step step) {
    return step instanceof Step.Call call
        ? call.with(call.callee().renamed(this::of))
        : step.withRegions(this::region);
  }
}
