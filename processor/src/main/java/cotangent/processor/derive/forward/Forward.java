package cotangent.processor.derive.forward;

import static java.util.stream.Collectors.toSet;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Leaks;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.derive.reverse.Apart;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: maps a graph to one that computes the same results and, with every value that
 * varies, its tangents in one or more directions.
 *
 * <p>The parameters of the new graph are those of the old one, then for each direction the tangents
 * of the parameters that vary in it. Its results are those of the old one, then for each direction
 * the tangents of the outputs. No argument is changed but those that the old graph changes.
 */
public final class Forward {
  private final Graph graph;
  private final List<Value> outputs;
  private final Storage storage;
  private final List<List<Value>> directions;
  private final List<Tangents> tangents = new ArrayList<>();
  private final GraphBuilder builder = new GraphBuilder();

  private Forward(Graph graph, List<List<Value>> directions, List<Value> outputs) {
    this.graph = graph;
    this.outputs = outputs;
    this.directions = directions;
    this.storage = new Storage(graph, new Places(graph.body()), false);
    for (List<Value> wrt : directions) {
      String prefix = directions.size() == 1 ? "t" : "t" + (tangents.size() + 1);
      Activity activity = new Activity(graph, storage, wrt, outputs);
      Leaks.refuse(graph, activity);
      tangents.add(new Tangents(activity, prefix));
    }
  }

  /**
   * Derives a graph.
   *
   * @param directions for each direction the parameters that vary in it
   * @param outputs the values whose tangents are wanted: results, or arrays that are parameters
   */
  public static Graph of(Graph graph, List<List<Value>> directions, List<Value> outputs) {
    List<String> suffixes = List.of(Pushforward.suffix(directions.size()));
    return new Forward(Apart.named(graph, suffixes), directions, outputs).derive();
  }

  private Graph derive() {
    Pushforward pushforward = new Pushforward(tangents);
    addParameters();
    pushforward.steps(graph.body(), builder);
    List<Value> results = new ArrayList<>(graph.results());
    if (!builder.diverges()) {
      for (Tangents direction : tangents) {
        outputs.forEach(output -> results.add(direction.orZero(output, builder)));
      }
    }
    return new Graph(graph.name(), builder.yield(results), functions(pushforward));
  }

  /** Returns the functions with tangents, and those that are needed without as well. */
  private List<Graph> functions(Pushforward pushforward) {
    Set<String> plain = neededWithout(pushforward);
    List<Graph> functions = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Graph derived = pushforward.function(function);
      functions.add(derived);
      if (derived != function && plain.contains(function.name())) {
        functions.add(GraphCopy.function(function.name(), function, callee -> callee));
      }
    }
    return functions;
  }

  /** Returns what is called where nothing varies, and what rules may call. */
  private Set<String> neededWithout(Pushforward pushforward) {
    Set<String> called = CalledFunctions.by(graph);
    Set<String> needed = new HashSet<>();
    for (Graph function : graph.functions()) {
      if (!called.contains(function.name())) {
        return graph.functions().stream().map(Graph::name).collect(toSet());
      }
      if (!pushforward.isActive(function.name())) {
        needed.addAll(CalledFunctions.by(graph, function.name()));
      }
    }
    return needed;
  }

  private void addParameters() {
    graph.parameters().forEach(builder::parameter);
    List<List<Value>> given = new ArrayList<>();
    for (int d = 0; d < directions.size(); d++) {
      given.add(directions.get(d).stream().map(tangents.get(d)::fresh).toList());
      given.get(d).forEach(builder::parameter);
    }
    for (int d = 0; d < directions.size(); d++) {
      for (Value parameter : graph.parameters()) {
        if (tangents.get(d).has(parameter)) {
          int place = directions.get(d).indexOf(parameter);
          tangents
              .get(d)
              .put(
                  parameter,
                  start(parameter, place < 0 ? null : given.get(d).get(place), tangents.get(d)));
        }
      }
    }
  }

  /** Returns what a parameter's tangent starts from. */
  private Value start(Value parameter, @Nullable Value given, Tangents direction) {
    if (given == null) {
      return builder.zerosLike(direction.name(parameter), parameter);
    }
    boolean changes = parameter.type().isArray() && storage.isWritten(parameter);
    return changes ? new ArrayCode(builder).copyOrNull(given) : given;
  }
}
