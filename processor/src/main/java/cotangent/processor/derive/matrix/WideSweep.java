package cotangent.processor.derive.matrix;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.forward.Tangents;
import cotangent.processor.derive.lanes.Widening;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a graph in forward mode along every unit direction of the inputs, many at once: what doesn't
 * depend on a direction is computed once for all of them.
 */
final class WideSweep {
  /** Enough for most inputs to be done in one go, and few enough for a row to stay in the cache. */
  private static final int MOST_LANES = 32;

  /** Takes the tangents of the outputs along the directions of a block. */
  interface Store {

    /**
     * Writes what stores the tangents.
     *
     * @param results what the graph gives
     * @param tangents those of the outputs, with lanes where they vary
     * @param carried what was carried on from the block before
     * @return what is carried on to the next block
     */
    List<Value> write(
        GraphBuilder b,
        Block block,
        Numbering numbering,
        List<Value> results,
        List<Value> tangents,
        List<Value> carried);
  }

  private final Outline outline;
  private final Graph graph;
  private final Graph wide;

  private WideSweep(Outline outline, Graph graph, Graph wide) {
    this.outline = outline;
    this.graph = graph;
    this.wide = wide;
  }

  /**
   * Makes a sweep, if one is possible.
   *
   * @param graph has the parameters of the outline's graph
   * @param outputs the results whose tangents are wanted
   */
  static Optional<WideSweep> of(Outline outline, Graph graph, List<Value> outputs) {
    if (Sweep.isOneRun(outline.wrt(), graph)) {
      return Optional.empty();
    }
    return Breadth.inPlace(graph)
        .flatMap(whole -> ofWhole(outline, whole, in(whole, graph, outputs)));
  }

  /** Returns what stands for some results of a graph in another form of it. */
  private static List<Value> in(Graph whole, Graph graph, List<Value> outputs) {
    return outputs.stream()
        .map(graph.results()::indexOf)
        .map(index -> whole.results().get(index))
        .toList();
  }

  private static Optional<WideSweep> ofWhole(Outline outline, Graph graph, List<Value> outputs) {
    Graph forward = Forward.of(graph, List.of(outline.wrt()), outputs);
    int first = graph.parameters().size();
    List<Value> tangents = forward.parameters().subList(first, first + outline.wrt().size());
    return Widening.of(forward, tangents).map(widened -> new WideSweep(outline, graph, widened));
  }

  /**
   * Writes the steps, and before them the graph itself where it changes its arguments.
   *
   * @param like what is carried from block to block, by name and type
   * @return the results of the graph, then what is carried
   */
  List<Value> results(GraphBuilder b, List<Value> like, Store store) {
    List<Value> parameters = graph.parameters();
    if (outline.untouched(new GraphBuilder()).equals(parameters)) {
      return run(parameters, b, like, store);
    }
    List<Value> untouched = outline.untouched(b);
    List<Value> results = new ArrayList<>(GraphCopy.inline(graph, parameters, b));
    List<Value> swept = run(untouched, b, like, store);
    results.addAll(swept.subList(results.size(), swept.size()));
    return results;
  }

  private List<Value> run(List<Value> arguments, GraphBuilder b, List<Value> like, Store store) {
    List<Value> all = new ArrayList<>(graph.results());
    all.addAll(like);
    List<Value> initial = all.stream().map(value -> blank(value.type(), b)).toList();
    Numbering numbering = numbering(arguments, b);
    GraphBuilder body = new GraphBuilder();
    Value from = body.parameter(Type.INT, "from");
    List<Value> carried = all.stream().map(v -> body.parameter(v.type(), v.name())).toList();
    Block block = new Block(from, lanes(body, numbering.count(), from));
    List<Value> given = new ArrayList<>(outline.again(body, arguments));
    given.addAll(numbering.seeds(body, block));
    given.add(block.lanes());
    List<Value> results = GraphCopy.inline(wide, given, body);
    int own = graph.results().size();
    List<Value> next = new ArrayList<>(results.subList(0, own));
    List<Value> tangents = results.subList(own, results.size());
    next.addAll(
        store.write(body, block, numbering, next, tangents, carried.subList(own, all.size())));
    Value end = b.apply(Operations.MAX, b.constant(1), numbering.count());
    return b.loop(b.constant(0), end, MOST_LANES, initial, body.yield(next));
  }

  private static Value lanes(GraphBuilder b, Value count, Value from) {
    Value rest = b.apply(Operations.SUB, count, from);
    return b.apply("lanes", Operations.MIN, b.constant(MOST_LANES), rest);
  }

  private Numbering numbering(List<Value> arguments, GraphBuilder b) {
    return new Numbering(
        outline.wrt().stream()
            .map(input -> arguments.get(graph.parameters().indexOf(input)))
            .toList(),
        b);
  }

  private static Value blank(Type type, GraphBuilder b) {
    if (type.isReal()) {
      return Tangents.zero(type, b);
    }
    if (type.isScalar()) {
      return type == Type.BOOLEAN
          ? b.constant(false)
          : b.apply(Operations.cast(type), b.constant(0));
    }
    return b.constant(type, null);
  }
}
