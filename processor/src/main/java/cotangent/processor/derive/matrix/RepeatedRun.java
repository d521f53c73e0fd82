package cotangent.processor.derive.matrix;

import static java.util.stream.Collectors.toSet;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a long graph in forward mode along every unit direction of the inputs, one after the other:
 * it is written once, as a function that takes the direction.
 */
final class RepeatedRun {
  private final Outline outline;
  private final Graph graph;
  private final List<Value> outputs;
  private final Column column;
  private final Graph derived;
  private final String name;
  private final List<Value> directions = new ArrayList<>();
  private List<Value> arguments = List.of();

  RepeatedRun(Outline outline, Graph graph, List<Value> outputs, Column column) {
    this.outline = outline;
    this.graph = graph;
    this.outputs = outputs;
    this.column = column;
    this.derived = Forward.of(graph, List.of(outline.wrt()), outputs);
    this.name = graph.name() + "Along";
  }

  /** The function, and those that it calls, but for those that the graph itself has. */
  List<Graph> functions() {
    List<Graph> functions = new ArrayList<>();
    functions.add(GraphCopy.function(name, derived, callee -> callee));
    Set<String> known = graph.functions().stream().map(Graph::name).collect(toSet());
    derived.functions().stream()
        .filter(function -> !known.contains(function.name()))
        .map(function -> GraphCopy.function(function.name(), function, callee -> callee))
        .forEach(functions::add);
    return functions;
  }

  /**
   * Writes the steps.
   *
   * @param given the arguments of the graph
   */
  void run(List<Value> given, GraphBuilder b) {
    arguments = given;
    List<Value> wrt = outline.wrt();
    for (Value input : wrt) {
      directions.add(
          input.type().isArray()
              ? b.zerosLike("t" + input.name(), argument(input))
              : new FormulaWriter(b).literal(0, input.type()));
    }
    Value position = b.constant(0);
    for (Value input : wrt) {
      if (input.type().isArray()) {
        Value seed = directions.get(wrt.indexOf(input));
        position = rows(b, input, argument(input), seed, List.of(), position);
      } else {
        Value one = new FormulaWriter(b).literal(1, input.type());
        column(b, input, one, List.of(), position);
        position = b.apply(Operations.ADD, position, b.constant(1));
      }
    }
  }

  private Value argument(Value input) {
    return arguments.get(graph.parameters().indexOf(input));
  }

  private Value rows(
      GraphBuilder b, Value input, Value array, Value seed, List<Value> path, Value position) {
    Value length = b.apply(Operations.LENGTH, array);
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, path.isEmpty() ? "i" : "j");
    Value before = body.parameter(Type.INT, "position");
    List<Value> place = Stream.concat(path.stream(), Stream.of(index)).toList();
    Value after;
    if (array.type().rank() == 1) {
      Formula f = new FormulaWriter(body);
      body.write(seed, index, f.literal(1, array.type().element()));
      column(body, input, directions.get(outline.wrt().indexOf(input)), place, before);
      body.write(seed, index, f.literal(0, array.type().element()));
      after = body.apply("position", Operations.ADD, before, body.constant(1));
    } else {
      Value row = body.read("", array, index);
      after = rows(body, input, row, body.read("", seed, index), place, before);
    }
    return b.loop(b.constant(0), length, 1, List.of(position), body.yield(after)).get(0);
  }

  /** Writes one run, and what stores its tangents. */
  private void column(
      GraphBuilder b, Value input, Value tangent, List<Value> path, Value position) {
    List<Value> operands = new ArrayList<>(outline.again(b, arguments));
    for (int k = 0; k < directions.size(); k++) {
      operands.add(outline.wrt().get(k) == input ? tangent : directions.get(k));
    }
    List<Value> results =
        derived.results().stream().map(value -> new Value(value.type(), value.name())).toList();
    b.call(new Callee.Function(name), results, operands);
    int first = graph.results().size();
    List<Value> tangents = results.subList(first, first + outputs.size());
    column.store(b, input, path, position, tangents);
  }
}
