package cotangent.processor.derive.lanes;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Maps a graph to one that runs it for several values of some parameters at once. Each value is a
 * lane; what varies has one dimension more, the last one, for the lanes. What doesn't vary is
 * computed once; the rest in short loops over the lanes, which the JIT vectorises.
 *
 * <p>A number that is needed outside the loop over lanes that computes it is put into a row of its
 * own: rows are made once, so they cost nothing in the program's loops.
 */
public final class Widening {
  private final Graph graph;
  private final Varying varying;
  private final Value lanes = new Value(Type.INT, "lanes");
  private final Map<Value, Value> wide = new HashMap<>();
  private final GraphBuilder rows = new GraphBuilder();
  private final SharedRows shared;
  private final ElementRows elements;
  private final Set<Value> stored;
  private final Set<Value> wanted = new HashSet<>();
  private LaneLoop pending = new LaneLoop();

  /**
   * @param stored the numbers that are to be put into rows
   */
  private Widening(Graph graph, Varying varying, Set<Value> stored) {
    this.graph = graph;
    this.varying = varying;
    this.shared = new SharedRows(varying, graph.body());
    this.elements = new ElementRows(varying, shared, graph);
    this.stored = stored;
  }

  /**
   * Widens a graph, if what it does is the same for all lanes.
   *
   * @param parameters those that vary
   * @return a graph with the same parameters and results, those that vary with one dimension more;
   *     the number of lanes is an additional parameter
   */
  public static Optional<Graph> of(Graph graph, Collection<Value> parameters) {
    Varying varying = new Varying(graph, parameters);
    if (!varying.isPossible()) {
      return Optional.empty();
    }
    Widening first = new Widening(graph, varying, Set.of());
    first.widened();
    return Optional.of(new Widening(graph, varying, first.wanted).widened());
  }

  private Graph widened() {
    GraphBuilder b = new GraphBuilder();
    for (Value parameter : graph.parameters()) {
      rows.parameter(varying.varies(parameter) ? widened(parameter) : parameter);
    }
    rows.parameter(lanes);
    steps(graph.body(), b);
    List<Value> results = new ArrayList<>();
    for (Value result : graph.body().diverges() ? List.<Value>of() : graph.results()) {
      results.add(varying.varies(result) && result.type().isScalar() ? row(result) : of(result));
    }
    pending.into(b, lanes);
    b.steps().forEach(rows::add);
    return new Graph(graph.name(), rows.yield(results), graph.functions());
  }

  private Value widened(Value value) {
    Value result = new Value(WideArrays.wide(value.type()), value.name());
    wide.put(value, result);
    return result;
  }

  /** Returns what stands for a value outside the loops over lanes. */
  private Value of(Value value) {
    return value.type().isArray() ? wide.getOrDefault(value, value) : value;
  }

  private List<Value> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  /** Returns the row that holds a number for each lane, once the pending steps are done. */
  private Value row(Value number) {
    wanted.add(number);
    return wide.computeIfAbsent(shared.owner(number), this::newRow);
  }

  private Value newRow(Value number) {
    return rows.newArray(number.name(), Type.array(number.type()), lanes);
  }

  private void flush(GraphBuilder b) {
    pending.into(b, lanes);
    pending = new LaneLoop();
  }

  /** Makes a number known in the pending loop. */
  private void need(Value number) {
    if (number.type().isScalar() && varying.varies(number) && !pending.has(number)) {
      pending.get(number, row(number), shared.owner(number));
    }
  }

  private void steps(Region region, GraphBuilder b) {
    for (Step step : region.steps()) {
      if (!varying.touches(step)) {
        b.add(step);
      } else if (!step.regions().isEmpty()) {
        nested(step, b);
      } else {
        step(step, b);
      }
    }
  }

  private void step(Step step, GraphBuilder b) {
    if (step instanceof Step.Apply apply && varying.isNumber(apply.result())) {
      apply.operands().forEach(this::need);
      pending.calculate(apply.result(), apply.operation(), apply.operands());
      computed(apply.result());
    } else if (step instanceof Step.Read read && read.result().type().isScalar()) {
      Value row = b.read("", of(read.array()), read.index());
      pending.get(read.result(), row, varying.memory(read.array()));
      if (varying.isNeverWritten(read.array())) {
        wide.put(read.result(), row);
      } else {
        computed(read.result());
      }
    } else if (step instanceof Step.Write write && write.value().type().isScalar()) {
      if (!elements.isDone(write)) {
        need(write.value());
        Value row = b.read("", of(write.array()), write.index());
        pending.put(write.value(), row, varying.memory(write.array()));
      }
    } else {
      arrays(step, b);
    }
  }

  /** Puts a number that was just computed into its row, if it has one. */
  private void computed(Value number) {
    if (stored.contains(number)) {
      pending.put(number, row(number), shared.owner(number));
    }
  }

  private void arrays(Step step, GraphBuilder b) {
    WideArrays arrays = new WideArrays(b, lanes);
    if (step instanceof Step.Apply apply) {
      Value result = made(apply.result());
      b.add(new Step.Apply(result, apply.operation(), of(apply.operands()), apply.position()));
    } else if (step instanceof Step.Read read) {
      Value result = made(read.result());
      b.add(new Step.Read(result, of(read.array()), read.index(), read.position()));
    } else if (step instanceof Step.Write write) {
      b.write(of(write.array()), write.index(), of(write.value()));
    } else if (step instanceof Step.Constant constant) {
      b.add(new Step.Constant(made(constant.result()), constant.value()));
    } else if (step instanceof Step.NewArray array) {
      b.add(arrays.made(made(array.result()), array));
    } else if (step instanceof Step.ZerosLike zeros) {
      zeros(zeros, arrays, b);
    } else if (step instanceof Step.Clone clone) {
      flush(b);
      wide.put(clone.result(), arrays.cloned(clone.result(), of(clone.array())));
    } else if (step instanceof Step.Copy copy) {
      flush(b);
      arrays.copy(copy, of(copy.source()), of(copy.target()));
    } else if (step instanceof Step.Fill fill) {
      flush(b);
      arrays.fill(
          fill,
          of(fill.array()),
          varying.isNumber(fill.value()) ? row(fill.value()) : of(fill.value()));
    } else {
      throw new IllegalStateException("no lanes in " + step);
    }
  }

  private void zeros(Step.ZerosLike zeros, WideArrays arrays, GraphBuilder b) {
    if (varying.varies(zeros.array())) {
      b.add(new Step.ZerosLike(made(zeros.result()), of(zeros.array())));
    } else {
      wide.put(zeros.result(), arrays.zerosLike(zeros.result().name(), zeros.array()));
    }
  }

  /** Returns what an array or a result that doesn't vary is outside loops over lanes. */
  private Value made(Value value) {
    return varying.varies(value) ? widened(value) : value;
  }

  private void nested(Step step, GraphBuilder b) {
    if (step instanceof Step.Branch branch) {
      flush(b);
      List<Value> results = outside(branch.results());
      Region then = region(branch.then(), List.of(), branch.results());
      Region otherwise = region(branch.otherwise(), List.of(), branch.results());
      b.add(new Step.Branch(results, branch.condition(), then, otherwise, branch.position()));
    } else if (step instanceof Step.Loop loop) {
      loop.carried().forEach(number -> inElement(number, b));
      List<Value> initial = handedOn(loop.initial(), loop.carried(), this::memory, b);
      List<Value> parameters = new ArrayList<>(List.of(loop.index()));
      parameters.addAll(outside(loop.carried()));
      Region body = region(loop.body(), parameters, loop.carried());
      b.add(loop.carrying(outside(loop.results()), initial, body));
    } else {
      whileLoop((Step.While) step, b);
    }
  }

  /** Takes the row of the element that a loop's result is stored in, if that is where it lives. */
  private void inElement(Value carried, GraphBuilder b) {
    Step.Write write = elements.write(carried);
    if (write != null) {
      wide.put(carried, b.read("", of(write.array()), elements.index(write, b)));
    }
  }

  /** Returns the memory of what a loop begins with; while it runs, it is that of nothing else. */
  private Object memory(Value carried) {
    Step.Write write = elements.write(carried);
    return write == null ? shared.owner(carried) : varying.memory(write.array());
  }

  private void whileLoop(Step.While loop, GraphBuilder b) {
    List<Value> initial = handedOn(loop.initial(), loop.carried(), shared::owner, b);
    List<Value> exits = new ArrayList<>();
    List<Value> results = outside(loop.results());
    GraphBuilder before = new GraphBuilder();
    outside(loop.carried()).forEach(before::parameter);
    steps(loop.before(), before);
    if (!loop.before().diverges()) {
      exits.add(loop.condition());
      exits.addAll(handedOn(loop.exits(), loop.results(), shared::owner, before));
    }
    flush(before);
    Region after = region(loop.after(), List.of(), loop.carried());
    b.add(new Step.While(results, initial, before.yield(exits), after, loop.position()));
  }

  /** Returns those values that aren't numbers that vary: these have rows instead. */
  private List<Value> outside(List<Value> values) {
    values.stream().filter(varying::isNumber).forEach(this::row);
    return values.stream().filter(value -> !varying.isNumber(value)).map(this::made).toList();
  }

  private Region region(Region region, List<Value> parameters, List<Value> flow) {
    GraphBuilder b = new GraphBuilder();
    parameters.forEach(b::parameter);
    steps(region, b);
    List<Value> yields =
        region.diverges() ? List.of() : handedOn(region.yields(), flow, shared::owner, b);
    flush(b);
    return b.yield(yields);
  }

  /**
   * Puts numbers into the rows of those that they become, all at once; returns the other values.
   *
   * @param flow what the values become
   * @param memory the same for rows that may be the same as others that are at hand
   */
  private List<Value> handedOn(
      List<Value> values, List<Value> flow, Function<Value, Object> memory, GraphBuilder b) {
    List<Value> others = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (moves(values.get(i), flow.get(i))) {
        need(values.get(i));
      } else if (!varying.isNumber(flow.get(i))) {
        others.add(of(values.get(i)));
      }
    }
    for (int i = 0; i < values.size(); i++) {
      if (moves(values.get(i), flow.get(i))) {
        pending.put(values.get(i), row(flow.get(i)), memory.apply(flow.get(i)));
      }
    }
    flush(b);
    return others;
  }

  /** Whether a number must be put into another row when it becomes another one. */
  private boolean moves(Value value, Value target) {
    return varying.isNumber(target) && shared.owner(value) != shared.owner(target);
  }
}
