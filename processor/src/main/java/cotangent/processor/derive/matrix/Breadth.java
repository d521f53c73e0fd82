package cotangent.processor.derive.matrix;

import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many directions a graph can be run in at once: each direction is code of its own, and Java
 * limits both methods and what they take.
 */
final class Breadth {
  /** How many numbers are varied at once, each in a direction of its own. */
  private static final int MOST_NUMBERS = 8;

  /**
   * The most steps that all directions may have together; beyond that, each is a call of one
   * function.
   */
  private static final int MOST_STEPS = 6_000;

  /** The most steps of a graph whose functions are written in place of their calls. */
  private static final int MOST_STEPS_IN_PLACE = 3_000;

  /** The most numbers that a function may take or return, where each needs room for two. */
  private static final int MOST_NUMBERS_OF_A_FUNCTION = 120;

  private Breadth() {}

  /** Returns how many numbers of a method's inputs may vary at once. */
  static int of(Graph graph) {
    int most =
        graph.functions().stream()
            .flatMapToInt(
                function ->
                    Stream.of(function.parameters(), function.results())
                        .mapToInt(Breadth::differentiable))
            .max()
            .orElse(0);
    int fitting = most == 0 ? MOST_NUMBERS : MOST_NUMBERS_OF_A_FUNCTION / most - 1;
    return Math.max(1, Math.min(MOST_NUMBERS, fitting));
  }

  private static int differentiable(List<Value> values) {
    return (int) values.stream().filter(value -> value.type().isDifferentiable()).count();
  }

  /** Whether a graph is so long that even a few directions need a function for one. */
  static boolean isLong(Graph graph, int directions) {
    return directions > 1 && (long) steps(graph) * (1 + directions) > MOST_STEPS;
  }

  /** Returns the graph with its functions in place of their calls, if that isn't too long. */
  static Optional<Graph> inPlace(Graph graph) {
    if (graph.functions().isEmpty()) {
      return Optional.of(graph);
    }
    Set<String> recursive = CalledFunctions.recursive(graph);
    Map<String, Graph> functions = new HashMap<>();
    graph.functions().stream()
        .filter(function -> !recursive.contains(function.name()))
        .forEach(function -> functions.put(function.name(), function));
    if (CalledFunctions.by(graph).size() < graph.functions().size()
        || functions.size() < graph.functions().size()
        || stepsInPlace(graph.body(), functions) > MOST_STEPS_IN_PLACE) {
      return Optional.empty();
    }
    return Optional.of(GraphCopy.withInPlace(graph, functions));
  }

  private static long stepsInPlace(Region region, Map<String, Graph> functions) {
    long sum = 0;
    for (var step : region.steps()) {
      sum += 1;
      if (sum > MOST_STEPS_IN_PLACE) {
        return sum;
      }
      for (Region inner : step.regions()) {
        sum += stepsInPlace(inner, functions);
      }
      Graph called = CalledFunctions.function(step, functions);
      sum += called == null ? 0 : stepsInPlace(called.body(), functions);
    }
    return sum;
  }

  private static int steps(Graph graph) {
    return steps(graph.body())
        + graph.functions().stream().mapToInt(function -> steps(function.body())).sum();
  }

  private static int steps(Region region) {
    return region.steps().stream()
        .mapToInt(step -> 1 + step.regions().stream().mapToInt(Breadth::steps).sum())
        .sum();
  }
}
