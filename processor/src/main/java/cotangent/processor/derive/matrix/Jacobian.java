package cotangent.processor.derive.matrix;

import static java.util.stream.Collectors.toSet;

import cotangent.processor.derive.offer.Making;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.offer.Tensors;
import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the whole Jacobian of an array: column by column in forward mode, or row by row in reverse
 * mode where few are known to be needed. An entry is at the place of the output, then at that of
 * the input.
 */
public final class Jacobian {
  /** The most rows for which reverse mode is taken when the number of columns isn't known. */
  private static final int FEW_ROWS = 8;

  private final Outline outline;
  private final Graph graph;
  private final Value output;
  private final List<Value> wrt;

  /** The number of numbers in the output, or -1. */
  private final int rows;

  private final GraphBuilder builder = new GraphBuilder();
  private final List<Graph> functions = new ArrayList<>();
  private final Map<Value, Value> jacobians = new HashMap<>();

  public Jacobian(Outline outline) {
    this.outline = outline;
    this.graph = outline.graph();
    this.output = outline.results().get(0);
    this.wrt = outline.wrt();
    this.rows = new Places(graph.body()).knownSize(output);
  }

  public Method method() {
    Making making = new Making(outline);
    making.value(write().iterator());
    for (int index : outline.primal().wrt()) {
      Port port = outline.method().inputs().get(index);
      Value input = Tensors.array(outline.leaves(index));
      Value jacobian = Objects.requireNonNull(jacobians.get(input));
      String name = Port.name("d", port.name());
      boolean isArray = input.type().isArray() && port instanceof Port.Leaf;
      boolean mayBeNull = isArray || port.mayBeLacking();
      Value rows = mayBeNull ? new ArrayCode(builder).orNull(input, jacobian) : jacobian;
      Value given =
          Tensors.jacobian(builder, outline.outputs().get(0), port, outline.leaves(index), rows);
      making.output(new Port.Leaf(name, given.type()), List.of(given));
    }
    String what = "its Jacobian by " + outline.byWhat();
    return making.method(Mode.JACOBIAN, what, builder.steps(), functions);
  }

  /** Writes the Jacobians; returns the results of the graph. */
  private List<Value> write() {
    List<Value> results;
    Optional<WideSweep> wide =
        byRows() ? Optional.empty() : WideSweep.of(outline, graph, List.of(output));
    if (wide.isPresent()) {
      results = new WideJacobian(outline).write(wide.get(), builder);
      for (int k = 0; k < wrt.size(); k++) {
        jacobians.put(wrt.get(k), results.get(graph.results().size() + k));
      }
    } else if (!byRows() && Sweep.isOneRun(wrt, graph)) {
      results = columns(graph.parameters());
    } else {
      List<Value> untouched = outline.untouched(builder);
      results = GraphCopy.inline(graph, graph.parameters(), builder);
      functions.addAll(graph.functions());
      Value value = results.get(graph.results().indexOf(output));
      if (byRows()) {
        wrt.forEach(input -> jacobians.put(input, rows(builder, value, input)));
        rows(untouched, value);
      } else {
        wrt.stream()
            .filter(input -> input.type().isArray())
            .forEach(input -> jacobians.put(input, zeros(value, input, untouched)));
        columns(untouched);
      }
    }
    return results;
  }

  /** Makes a Jacobian like an input as it was at entry. */
  private Value zeros(Value value, Value input, List<Value> untouched) {
    Value atEntry = untouched.get(graph.parameters().indexOf(input));
    return JacobianArrays.zeros(builder, value, atEntry);
  }

  /** Whether rows are known to cost less than columns, their numbers counted. */
  private boolean byRows() {
    boolean fewColumns = wrt.stream().noneMatch(input -> input.type().isArray());
    return rows >= 0 && (fewColumns ? 3 * rows < wrt.size() : rows <= FEW_ROWS);
  }

  private List<Value> columns(List<Value> arguments) {
    Sweep sweep =
        new Sweep(
            outline,
            graph,
            List.of(output),
            (b, input, path, position, tangents) -> column(b, input, path, tangents.get(0)));
    List<Value> results = sweep.run(arguments, builder);
    functions.addAll(sweep.functions());
    return results;
  }

  private void column(GraphBuilder b, Value input, List<Value> path, Value tangent) {
    if (input.type() == tangent.type().leaf()) {
      jacobians.put(input, tangent);
    } else {
      store(
          b,
          jacobians.computeIfAbsent(input, i -> JacobianArrays.zeros(b, tangent, i)),
          path,
          tangent);
    }
  }

  /** Stores the tangent of the output as the column of one number of the input. */
  private void store(GraphBuilder b, Value jacobian, List<Value> path, Value tangent) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "row");
    Value entry = body.read("", tangent, index);
    if (tangent.type().rank() > 1) {
      store(body, body.read("", jacobian, index), path, entry);
    } else {
      Value cell = jacobian;
      Value place = index;
      for (Value next : path) {
        cell = body.read("", cell, place);
        place = next;
      }
      body.write(cell, place, new FormulaWriter(body).convert(entry, jacobian.type().leaf()));
    }
    JacobianArrays.each(b, tangent, body.yield());
  }

  /**
   * Makes a Jacobian whose entries for the single numbers of the output are still to be written; it
   * is null where the output is.
   */
  private Value rows(GraphBuilder b, Value output, Value input) {
    GraphBuilder there = new GraphBuilder();
    Value made = rowsOf(there, output, input);
    return new ArrayCode(b).ifThere(output, there.yield(made), made);
  }

  private Value rowsOf(GraphBuilder b, Value output, Value input) {
    Value length = b.apply(Operations.LENGTH, output);
    Value jacobian =
        b.newArray(
            JacobianArrays.name(input), JacobianArrays.type(output.type(), input.type()), length);
    if (output.type().rank() > 1) {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "row");
      body.write(jacobian, index, rows(body, body.read("", output, index), input));
      b.loop(b.constant(0), length, 1, List.of(), body.yield());
    }
    return jacobian;
  }

  private void rows(List<Value> untouched, Value value) {
    Graph derived = Reverse.of(graph, wrt, Reverse.Seeds.GIVEN);
    Set<String> known = graph.functions().stream().map(Graph::name).collect(toSet());
    derived.functions().stream()
        .filter(function -> !known.contains(function.name()))
        .forEach(functions::add);
    List<Value> targets = wrt.stream().map(jacobians::get).toList();
    if (!Reverse.isFew(rows, output) || !graph.functions().isEmpty()) {
      Value seed = builder.zerosLike("seed", value);
      row(builder, derived, untouched, seed, seed, targets);
      return;
    }
    for (int i = 0; i < rows; i++) {
      Value seed = builder.newArray("seed", output.type(), builder.constant(rows));
      row(builder, derived, untouched, seed, seed, builder.constant(i), targets);
    }
  }

  private void row(
      GraphBuilder b,
      Graph derived,
      List<Value> untouched,
      Value seed,
      Value part,
      List<Value> targets) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "row");
    if (part.type().rank() > 1) {
      List<Value> inner = targets.stream().map(t -> body.read("", t, index)).toList();
      row(body, derived, untouched, seed, body.read("", part, index), inner);
    } else {
      row(body, derived, untouched, seed, part, index, targets);
      body.write(part, index, new FormulaWriter(body).literal(0, part.type().leaf()));
    }
    JacobianArrays.each(b, part, body.yield());
  }

  /** Writes the row of one number of the output. */
  private void row(
      GraphBuilder b,
      Graph derived,
      List<Value> untouched,
      Value seed,
      Value part,
      Value index,
      List<Value> targets) {
    b.write(part, index, new FormulaWriter(b).literal(1, part.type().leaf()));
    List<Value> arguments = new ArrayList<>(outline.again(b, untouched));
    arguments.add(seed);
    List<Value> results = GraphCopy.inline(derived, arguments, b);
    for (int k = 0; k < targets.size(); k++) {
      b.write(targets.get(k), index, results.get(graph.results().size() + k));
    }
  }
}
