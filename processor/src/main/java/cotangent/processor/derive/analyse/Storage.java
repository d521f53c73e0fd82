package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which array values may be the same memory. Values are put into cells by unification: two
 * values in different cells are certainly different arrays (as far as the method's arguments are
 * different arrays), whatever the control flow.
 */
public final class Storage {

  private final Map<Value, Cell> cells = new HashMap<>();
  private final Map<String, Graph> functions = new HashMap<>();
  private final Map<Type, Cell> tape = new HashMap<>();
  private final Foreign foreign = new Foreign();
  private final Set<Cell> outliving = new HashSet<>();
  private final Places places;
  private final boolean recursive;
  private final boolean nullsApart;

  /**
   * @param recursive whether the places are those of a function that calls itself
   */
  public Storage(Graph graph, Places places, boolean recursive) {
    this(graph, places, recursive, false);
  }

  private Storage(Graph graph, Places places, boolean recursive, boolean nullsApart) {
    this.places = places;
    this.recursive = recursive;
    this.nullsApart = nullsApart;
    graph.functions().forEach(function -> functions.put(function.name(), function));
    enter(graph.body());
    graph.functions().forEach(function -> enter(function.body()));
    foreign.cells().forEach(cell -> outliving.add(cell.root()));
    outliving.forEach(cell -> cell.writes().addAll(foreign.changing()));
  }

  /** Tells the same, but takes no two arrays for one because both may be the one null. */
  public static Storage withNullsApart(Graph graph, Places places) {
    return new Storage(graph, places, false, true);
  }

  public Cell of(Value array) {
    return cells.computeIfAbsent(array, value -> new Cell(value)).root();
  }

  boolean knows(Value array) {
    return cells.containsKey(array);
  }

  /** Gives the cell of the innermost arrays: where the numbers are. */
  public Cell leaf(Value array) {
    Cell cell = of(array);
    for (int rank = array.type().rank(); rank > 1; rank--) {
      cell = cell.element();
    }
    return cell;
  }

  /**
   * Tells whether what a step read may be overwritten behind it, so that to read it again at the
   * end would be wrong.
   *
   * @param within where the backward half follows at once, the step behind whose end nothing
   *     counts; else null
   */
  public boolean mayChangeAfter(Step.Read read, @Nullable Step within) {
    return mayChangeAfter(read, of(read.array()), within);
  }

  /** Tells whether an array or its rows may be overwritten behind a step that uses it. */
  public boolean mayChangeAfter(Step step, Value array) {
    return cells(array).stream().anyMatch(cell -> mayChangeAfter(step, cell, null));
  }

  private boolean mayChangeAfter(Step step, Cell cell, @Nullable Step within) {
    if (cell.writes().stream().allMatch(Storage::isFirst)) {
      return false;
    }
    if (recursive && isShared(cell)) {
      return true;
    }
    Region home = home(cell);
    return cell.writes().stream().anyMatch(write -> mayFollow(write, step, home, within));
  }

  /** Tells whether a step writes to arrays that nobody has seen before. */
  private static boolean isFirst(Step write) {
    return write instanceof Step.Call call && isRuled(call) && TensorKernels.target(call) == null;
  }

  /** Tells whether a call reads arrays and gives new ones, as far as it does anything with any. */
  private static boolean isRuled(Step.Call call) {
    return call.callee() instanceof Callee.Ruled || TensorKernels.isKernel(call);
  }

  private boolean mayFollow(Step write, Step read, @Nullable Region home, @Nullable Step within) {
    if (isFirst(write)) {
      return false;
    }
    if (!places.knows(write) || !places.knows(read)) {
      return true;
    }
    if (within != null && !places.within(places.region(write), within)) {
      return false;
    }
    if (places.after(write, read)) {
      return true;
    }
    for (Region r = places.region(read); r != null && r != home; r = places.parent(r)) {
      if (within != null && places.owner(r) == within) {
        return false;
      }
      if (places.isLoopBody(r) && places.within(places.region(write), r)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether anything may change an array or its rows. */
  public boolean isWritten(Value array) {
    return cells(array).stream()
        .anyMatch(cell -> !cell.writes().stream().allMatch(Storage::isFirst));
  }

  /**
   * Tells whether the method itself may change an array or its rows: by its own steps, or by giving
   * it to other code. What other code may do to an array that it knows anyway isn't counted.
   */
  public boolean isWrittenHere(Value array) {
    return cells(array).stream()
        .anyMatch(
            cell -> cell.writes().stream().anyMatch(write -> !isFirst(write) && sees(write, cell)));
  }

  /** Tells whether a step may write to an array that was there before the method. */
  private boolean sees(Step write, Cell cell) {
    Value target =
        write instanceof Step.Write one
            ? one.array()
            : write instanceof Step.Fill fill
                ? fill.array()
                : write instanceof Step.Copy copy ? copy.target() : null;
    if (target != null) {
      Step made = places.definition(target);
      return !(made instanceof Step.NewArray || made instanceof Step.Clone);
    }
    return write instanceof Step.Call
        && write.operands().stream()
            .anyMatch(operand -> operand.type().isArray() && cells(operand).contains(cell));
  }

  /** Tells whether two arrays may be the same, or have rows or numbers in common. */
  public boolean mayShare(Value one, Value other) {
    return cells(one).stream().anyMatch(cells(other)::contains);
  }

  private Set<Cell> cells(Value array) {
    Set<Cell> cells = new HashSet<>();
    Cell cell = of(array);
    for (int rank = array.type().rank(); rank > 0; rank--) {
      cells.add(cell);
      cell = rank > 1 ? cell.element() : cell;
    }
    return cells;
  }

  /** Tells whether every array of the cell is made by one {@code new} of this graph, row by row. */
  boolean isMadeHere(Cell cell) {
    int made = 0;
    for (Value value : cell.values()) {
      Step definition = places.definition(value);
      if (definition instanceof Step.NewArray) {
        made++;
      } else if (!places.knows(value) || definition == null) {
        return false;
      } else if (!(definition instanceof Step.Branch || definition instanceof Step.Loop)) {
        return false;
      }
    }
    return made > 0;
  }

  /** Tells whether other activations of a recursive function see the memory. */
  private boolean isShared(Cell cell) {
    for (Cell c = cell; c != null; c = c.owner()) {
      for (Value value : c.values()) {
        if (!places.knows(value) || places.isParameterOfBody(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Gives the region in one run of which every array of the cell is made and forgotten; null where
   * arrays outlive the method.
   */
  public @Nullable Region home(Cell cell) {
    Cell found = cell.root();
    Region home = null;
    for (Cell c = found; c != null; c = c.owner()) {
      if (outliving.contains(c)) {
        return null;
      }
      for (Value value : c.values()) {
        Region region = places.region(value);
        if (region == null) {
          return null;
        }
        home = home == null ? region : places.common(home, region);
      }
    }
    return home;
  }

  /** Tells whether arrays of the cell are rows of others. */
  public boolean isElement(Cell cell) {
    return cell.owner() != null;
  }

  /** Tells whether no other name for an array exists, and no array holds it. */
  public boolean isAlone(Value array) {
    Cell cell = of(array);
    return cell.values().size() == 1 && cell.owner() == null;
  }

  /**
   * Tells whether a step makes an array of zeros that nothing is written to in the forward half,
   * and that is forgotten when the region ends: a shadow, which the backward half can make when it
   * needs it.
   */
  public boolean makesUnwrittenZeros(Step step) {
    if (!(step instanceof Step.NewArray || step instanceof Step.ZerosLike)) {
      return false;
    }
    Value array = step.results().get(0);
    return of(array).writes().isEmpty() && array.type().rank() == 1 && isAlone(array);
  }

  private void unify(Value one, Value other) {
    if (one.type().isArray()
        && other.type().isArray()
        && !isNullApart(one)
        && !isNullApart(other)) {
      of(one).unify(of(other));
    }
  }

  private boolean isNullApart(Value value) {
    return nullsApart && places.definition(value) instanceof Step.Constant;
  }

  private void unify(List<Value> ones, List<Value> others) {
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      unify(ones.get(i), others.get(i));
    }
  }

  private void contains(Value array, Value element) {
    if (element.type().isArray()) {
      of(array).element().unify(of(element));
    }
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

  private void flow(Step step) {
    if (step instanceof Step.Apply apply && apply.result().type().isScalar()) {
      return;
    }
    for (Moves.Move move : Moves.of(step)) {
      switch (move.way()) {
        case HANDED_ON, COMPUTED -> unify(move.to(), move.from());
        case TAKEN_OUT -> contains(move.from(), move.to());
        case PUT_IN -> {
          contains(move.to(), move.from());
          of(move.to()).writes().add(step);
        }
        case COPIED -> {
          shareElements(move.to(), move.from());
          of(move.to()).writes().add(step);
        }
      }
    }
    if (step instanceof Step.Push push && push.value().type().isArray()) {
      onTape(push.value().type()).unify(of(push.value()));
    } else if (step instanceof Step.Pop pop && pop.result().type().isArray()) {
      onTape(pop.result().type()).unify(of(pop.result()));
    } else if (step instanceof Step.Call call) {
      flow(call);
    }
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
    }
    boolean isRuled = isRuled(call);
    if (!isRuled) {
      foreign.note(call);
      call.results().stream().filter(Foreign::mayBe).forEach(result -> foreign(call, result));
    }
    (isRuled ? call.results() : call.operands())
        .stream()
            .filter(value -> value.type().isArray())
            .flatMap(value -> cells(value).stream())
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

  /** Tells whether an array may have other names, in code that can't be looked into. */
  public boolean isForeign(Value array) {
    Cell leaf = leaf(array);
    return foreign.ambiguous().stream().anyMatch(other -> leaf(other) == leaf);
  }

  private void shareElements(Value one, Value other) {
    if (one.type().rank() > 1) {
      of(one).element().unify(of(other).element());
    }
  }
}
