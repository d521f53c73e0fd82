package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions of a graph that are called. The others are rules, of which only copies are
 * called.
 */
public final class CalledFunctions {
  private final Map<String, Graph> functions = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private CalledFunctions(Graph graph) {
    graph.functions().forEach(function -> functions.put(function.name(), function));
    collect(graph.body());
  }

  private CalledFunctions(Region body, Map<String, Graph> functions) {
    this.functions.putAll(functions);
    collect(body);
  }

  /** Returns the names of the functions that run when the graph does. */
  public static Set<String> by(Graph graph) {
    return new CalledFunctions(graph).names;
  }

  /** Returns the names of the functions that one calls, and that these call. */
  public static Set<String> by(Graph graph, String function) {
    CalledFunctions all = new CalledFunctions(graph);
    Region body = Objects.requireNonNull(all.functions.get(function)).body();
    return new CalledFunctions(body, all.functions).names;
  }

  /**
   * Returns the names of the functions that run when a body of the graph, or of a function does.
   */
  public static Set<String> by(Graph graph, Region body) {
    return new CalledFunctions(body, new CalledFunctions(graph).functions).names;
  }

  /** Returns the function that a step calls; null where it calls none. */
  public static @Nullable Graph function(Step step, Map<String, Graph> functions) {
    return step instanceof Step.Call call && call.callee() instanceof Callee.Function callee
        ? functions.get(callee.name())
        : null;
  }

  /** Returns the functions of a graph, those without recursion after the ones that they call. */
  public static List<Graph> calleesFirst(Graph graph) {
    Map<String, Graph> byName = new HashMap<>();
    graph.functions().forEach(function -> byName.put(function.name(), function));
    Map<String, Graph> ordered = new LinkedHashMap<>();
    graph.functions().forEach(function -> order(function, byName, new HashSet<>(), ordered));
    return List.copyOf(ordered.values());
  }

  private static void order(
      Graph function, Map<String, Graph> byName, Set<String> open, Map<String, Graph> ordered) {
    if (open.add(function.name()) && !ordered.containsKey(function.name())) {
      order(function.body(), byName, open, ordered);
      ordered.put(function.name(), function);
    }
  }

  private static void order(
      Region region, Map<String, Graph> byName, Set<String> open, Map<String, Graph> ordered) {
    for (Step step : region.steps()) {
      Graph called = function(step, byName);
      if (called != null) {
        order(called, byName, open, ordered);
      }
      step.regions().forEach(inner -> order(inner, byName, open, ordered));
    }
  }

  /** Returns the names of the functions that call themselves, or call such functions. */
  public static Set<String> recursive(Graph graph) {
    CalledFunctions all = new CalledFunctions(graph);
    Set<String> recursive = new HashSet<>();
    Map<String, Set<String>> callees = new HashMap<>();
    for (Graph function : graph.functions()) {
      callees.put(function.name(), new CalledFunctions(function.body(), all.functions).names);
    }
    callees.forEach(
        (name, called) -> {
          if (called.contains(name)) {
            recursive.add(name);
          }
        });
    callees.forEach(
        (name, called) -> {
          if (called.stream()
              .anyMatch(other -> Objects.requireNonNull(callees.get(other)).contains(other))) {
            recursive.add(name);
          }
        });
    return recursive;
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Function function
          && names.add(function.name())) {
        collect(Objects.requireNonNull(functions.get(function.name())).body());
      }
      step.regions().forEach(this::collect);
    }
  }
}
