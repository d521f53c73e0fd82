package cotangent.processor.derive;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward mode: maps a graph to one that computes the same results and, beside every value that
 * varies, its tangents in one or more directions.
 *
 * <p>The parameters of the new graph are those of the old one, then for each differentiated one its
 * tangents, one for each direction. Its results are those of the old one, then for each output its
 * tangents. No argument is changed but those that the old graph changes.
 */
public final class Forward {
  private final Graph graph;
  private final List<Value> wrt;
  private final List<Value> outputs;
  private final Storage storage;
  private final Tangents tangents;
  private final GraphBuilder builder = new GraphBuilder();

  private Forward(Graph graph, List<Value> wrt, List<Value> outputs, int directions) {
    this.graph = graph;
    this.wrt = wrt;
    this.outputs = outputs;
    this.storage = new Storage(graph, new Places(graph.body()), false);
    this.tangents = new Tangents(new Activity(graph, storage, wrt, outputs), directions);
  }

  /**
   * Derives.
   *
   * @param wrt the parameters that vary
   * @param outputs the values whose tangents are wanted: results, or arrays that are parameters
   * @param directions how many tangents each value carries
   */
  public static Graph of(Graph graph, List<Value> wrt, List<Value> outputs, int directions) {
    return new Forward(graph, wrt, outputs, directions).derive();
  }

  private Graph derive() {
    Pushforward pushforward = new Pushforward(tangents);
    addParameters();
    pushforward.steps(graph.body(), builder);
    List<Value> results = new ArrayList<>(graph.results());
    if (!builder.diverges()) {
      outputs.forEach(output -> results.addAll(tangents.orZeros(output, builder)));
    }
    List<Graph> functions =
        graph.functions().stream()
            .map(
                function ->
                    tangents.activity().isActiveFunction(function.name())
                        ? pushforward.function(function)
                        : function)
            .toList();
    return new Graph(graph.name(), builder.yield(results), functions);
  }

  private void addParameters() {
    graph.parameters().forEach(builder::parameter);
    List<List<Value>> given = new ArrayList<>();
    for (Value parameter : wrt) {
      List<Value> ofParameter = tangents.fresh(parameter);
      ofParameter.forEach(builder::parameter);
      given.add(ofParameter);
    }
    for (Value parameter : graph.parameters()) {
      if (!tangents.has(parameter)) {
        continue;
      }
      int place = wrt.indexOf(parameter);
      if (place < 0) {
        tangents
            .of(parameter)
            .forEach(tangent -> builder.add(new Step.ZerosLike(tangent, parameter)));
      } else if (parameter.type().isArray() && storage.isWritten(parameter)) {
        ArrayCode arrays = new ArrayCode(builder);
        tangents.put(parameter, given.get(place).stream().map(arrays::copy).toList());
      } else {
        tangents.put(parameter, given.get(place));
      }
    }
  }
}
