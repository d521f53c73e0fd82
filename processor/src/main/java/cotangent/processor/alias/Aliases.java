package cotangent.processor.alias;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.TensorKernels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Alias analysis by unification: values that may be the same array get the same cell, whatever the
 * control flow. Values in different cells are certainly different arrays, as far as the {@link
 * Policy} says what is known of those that come from outside.
 */
public final class Aliases {
  /** What is taken for granted. */
  public enum Policy {
    /**
     * Parameters are different arrays, and so are different fields. Rows have cells of their own.
     */
    APART,

    /** The same, and two arrays are not taken for one just because both may be null. */
    APART_BUT_FOR_NULL,

    /**
     * Whatever comes from outside, or was seen there, may be one array. A row is in the cell of its
     * array; their types tell them apart.
     */
    TOGETHER
  }

  private final Policy policy;
  private final Places places;
  private final Map<Value, Cell> cells = new HashMap<>();
  private final Map<String, Graph> functions = new HashMap<>();
  private final Map<Type, Cell> tape = new HashMap<>();
  private final Foreign foreign = new Foreign();
  private final Cell outside = new Cell();
  private final Set<Cell> outliving = new HashSet<>();

  public Aliases(Graph graph, Places places, Policy policy) {
    this.policy = policy;
    this.places = places;
    if (policy == Policy.TOGETHER) {
      graph.parameters().forEach(this::leaves);
      follow(graph.body());
      return;
    }
    graph.functions().forEach(function -> functions.put(function.name(), function));
    enter(graph.body());
    graph.functions().forEach(function -> enter(function.body()));
    foreign.cells().forEach(cell -> outliving.add(cell.root()));
    outliving.forEach(cell -> cell.writes().addAll(foreign.changing()));
  }

  /** Returns the cell of an array. */
  public Cell of(Value array) {
    return cells.computeIfAbsent(array, value -> new Cell(value)).root();
  }

  /** Returns the one cell of what was seen outside, under that policy. */
  public Cell outside() {
    return outside.root();
  }

  /** Whether an array occurs in the graph or its functions. */
  public boolean knows(Value array) {
    return cells.containsKey(array);
  }

  /** Returns the cell of the innermost arrays: where the numbers are. */
  public Cell leaf(Value array) {
    return inside(array, array.type().rank() - 1);
  }

  /** Returns the cell of the arrays so deep inside another one. */
  public Cell inside(Value array, int depth) {
    Cell cell = of(array);
    for (int i = 0; i < depth; i++) {
      cell = cell.element();
    }
    return cell;
  }

  /** Returns the cells of an array, its rows, their rows. */
  public Set<Cell> all(Value array) {
    Set<Cell> all = new HashSet<>();
    Cell cell = of(array);
    for (int rank = array.type().rank(); rank > 0; rank--) {
      all.add(cell);
      cell = rank > 1 ? cell.element() : cell;
    }
    return all;
  }

  /** Whether arrays of the cell come from outside, and still exist when the method ends. */
  public boolean isOutliving(Cell cell) {
    return outliving.contains(cell);
  }

  /** Whether an array may have other names, in code that can't be looked into. */
  public boolean isForeign(Value array) {
    Cell leaf = leaf(array);
    return foreign.ambiguous().stream().anyMatch(other -> leaf(other) == leaf);
  }

  private void enter(Region region) {
    enter(region.parameters());
    for (Step step : region.steps()) {
      enter(step.results());
      for (Region inner : step.regions()) {
        enter(inner);
      }
      flow(step);
    }
  }

  private void enter(List<Value> values) {
    for (Value value : values) {
      if (value.type().isArray()) {
        of(value);
      }
    }
  }

  private void follow(Region region) {
    for (Step step : region.steps()) {
      flow(step);
      for (Region inner : step.regions()) {
        follow(inner);
      }
    }
  }

  private void flow(Step step) {
    if (step instanceof Step.Apply apply && apply.result().type().isScalar()) {
      return;
    }
    List<Moves.Move> moves = Moves.of(step);
    for (Moves.Move move : moves) {
      flow(step, move);
    }
    if (policy != Policy.TOGETHER) {
      flowUnsaid(step);
    } else if (moves.isEmpty() && !makesNew(step)) {
      step.operands().forEach(this::leaves);
      step.results().forEach(this::leaves);
    }
  }

  private void flow(Step step, Moves.Move move) {
    switch (move.way()) {
      case HANDED_ON, COMPUTED -> unify(move.to(), move.from());
      case TAKEN_OUT -> contains(move.from(), move.to());
      case PUT_IN -> {
        contains(move.to(), move.from());
        writes(step, move.to());
      }
      case COPIED -> {
        shareElements(move.to(), move.from());
        writes(step, move.to());
      }
    }
  }

  private void writes(Step step, Value array) {
    if (policy != Policy.TOGETHER) {
      of(array).writes().add(step);
    }
  }

  private static boolean makesNew(Step step) {
    return step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Constant
        || TensorKernels.isKernel(step);
  }

  private void leaves(Value value) {
    if (!value.type().isScalar()) {
      outside.unify(of(value));
    }
  }

  private void unify(Value one, Value other) {
    if (mayBeOne(one) && mayBeOne(other)) {
      of(one).unify(of(other));
    }
  }

  private boolean mayBeOne(Value value) {
    return switch (policy) {
      case TOGETHER -> !value.type().isScalar();
      case APART -> value.type().isArray();
      case APART_BUT_FOR_NULL ->
          value.type().isArray() && !(places.definition(value) instanceof Step.Constant);
    };
  }

  private void unify(List<Value> ones, List<Value> others) {
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      unify(ones.get(i), others.get(i));
    }
  }

  private void contains(Value array, Value element) {
    if (policy == Policy.TOGETHER) {
      unify(array, element);
    } else if (element.type().isArray()) {
      of(array).element().unify(of(element));
    }
  }

  private void shareElements(Value one, Value other) {
    if (other.type().rank() <= 1) {
      return;
    }
    if (policy == Policy.TOGETHER) {
      unify(one, other);
    } else {
      of(one).element().unify(of(other).element());
    }
  }

  /** Follows what {@link Moves} doesn't say: tapes and calls. */
  private void flowUnsaid(Step step) {
    if (step instanceof Step.Push push && push.value().type().isArray()) {
      onTape(push.value().type()).unify(of(push.value()));
    } else if (step instanceof Step.Pop pop && pop.result().type().isArray()) {
      onTape(pop.result().type()).unify(of(pop.result()));
    } else if (step instanceof Step.Call call) {
      flow(call);
    }
  }

  /** Whether a call only reads the arrays that it is given, and returns new ones. */
  public static boolean givesNew(Step.Call call) {
    return call.callee() instanceof Callee.Ruled || TensorKernels.isKernel(call);
  }

  private Cell onTape(Type type) {
    return tape.computeIfAbsent(type, t -> new Cell()).root();
  }

  private void flow(Step.Call call) {
    if (call.callee() instanceof Callee.Function function) {
      Region body = Objects.requireNonNull(functions.get(function.name())).body();
      unify(body.parameters(), call.operands());
      unify(call.results(), body.yields());
      return;
    }
    Value target = TensorKernels.target(call);
    if (target != null) {
      of(target).writes().add(call);
      return;
    } else if (ArrayChecks.onlyLooks(call, places)) {
      return;
    }
    boolean isRuled = givesNew(call);
    if (!isRuled) {
      foreign.note(call);
      call.results().stream().filter(Foreign::mayBe).forEach(result -> foreign(call, result));
    }
    (isRuled ? call.results() : call.operands())
        .stream()
            .filter(value -> value.type().isArray())
            .flatMap(value -> all(value).stream())
            .forEach(cell -> cell.writes().add(call));
  }

  private void foreign(Step.Call call, Value array) {
    boolean isOnce = places.knows(call) && places.parent(places.region(call)) == null;
    String source = foreign.source(call, isOnce);
    if (!source.isEmpty()) {
      foreign(source, array.type(), of(array));
    }
  }

  /** Unifies all arrays that come from one source, and their rows. */
  private void foreign(String source, Type type, Cell cell) {
    foreign.cell(source, type).unify(cell);
    if (type.rank() > 1) {
      foreign(source, ((Type.Array) type).element(), cell.element());
    }
  }
}
