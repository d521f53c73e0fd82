package cotangent.processor.derive.offer;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the arrays of a body that a workspace may lend: those that never leave the method. */
final class Borrowable {
  private static final Type REFERENCES = Type.array(Type.array(Type.DOUBLE));

  private final Places places;
  private final Storage storage;
  private final Departures departures;
  private final Set<Cell> escaping = new HashSet<>();
  private final Set<Cell> leaving = new HashSet<>();
  private final Set<Cell> measured = new HashSet<>();

  /**
   * @param body that of the graph, or of one of its functions
   */
  Borrowable(Graph graph, Region body, Places places, Storage storage) {
    this.places = places;
    this.storage = storage;
    body.yields().forEach(this::leave);
    body.parameters().forEach(this::receive);
    findEscapes(body);
    departures = new Departures(body, storage, escaping::contains);
    Set<String> called = CalledFunctions.by(graph, body);
    for (Graph function : graph.functions()) {
      if (called.contains(function.name())) {
        findEscapes(function.body());
        findWhatIsAsked(function.body());
      }
    }
  }

  /** Whether kernels, or functions that are called, go by the length of an array. */
  boolean isMeasured(Value array) {
    return measured.contains(storage.of(array));
  }

  private void findEscapes(Region region) {
    for (Step step : region.steps()) {
      if (TensorKernels.isKernel(step)) {
        step.operands().stream()
            .filter(operand -> operand.type().isArray())
            .forEach(operand -> measured.add(storage.of(operand)));
      } else if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Member
          && !ArrayChecks.isCheck(step)) {
        call.operands().forEach(this::leave);
        call.results().forEach(this::receive);
      }
      step.regions().forEach(this::findEscapes);
    }
  }

  /**
   * Finds what functions do with arrays that they are given. What they return or store is seen
   * where they are called, but not what they leave on tapes.
   */
  private void findWhatIsAsked(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Push push) {
        leave(push.value());
      } else if (step instanceof Step.Pop pop) {
        leave(pop.result());
      } else if (step instanceof Step.Apply
          || step instanceof Step.ZerosLike
          || step instanceof Step.Clone) {
        step.operands().stream()
            .filter(operand -> operand.type().isArray())
            .forEach(operand -> measured.add(storage.of(operand)));
      }
      step.regions().forEach(this::findWhatIsAsked);
    }
  }

  /** Notes an array that others get. */
  private void leave(Value value) {
    List<Cell> cells = cells(value);
    escaping.addAll(cells);
    leaving.addAll(cells);
  }

  /** Notes an array that others have: they get what is put into it. */
  private void receive(Value value) {
    List<Cell> cells = cells(value);
    escaping.addAll(cells);
    leaving.addAll(cells.subList(Math.min(1, cells.size()), cells.size()));
  }

  /** Returns the cells of an array, its rows, their rows. */
  private List<Cell> cells(Value value) {
    List<Cell> cells = new ArrayList<>();
    for (int rank = value.type().rank(); rank > 0; rank--) {
      cells.add(cells.isEmpty() ? storage.of(value) : cells.get(cells.size() - 1).element());
    }
    return cells;
  }

  /** Whether one array at a time is alive: nothing of one iteration is needed in another. */
  boolean contains(Value array) {
    Cell cell = storage.of(array);
    if (!array.type().leaf().isScalar() || storage.home(cell) == null) {
      return false;
    }
    return isMadeInLoop(array)
        ? isTape(array) && staysWhole(cell, array.type().rank()) && areTapes(cell)
        : staysWhole(cell, array.type().rank()) || array.type().rank() == 1 && staysHere(array);
  }

  /** Whether the arrays that a step makes are forgotten when the method ends. */
  boolean staysHere(Value array) {
    Cell cell = storage.of(array);
    return storage.home(cell) != null
        && (!leaving.contains(cell) || makesNew(array) && !departures.mayLeave(array));
  }

  private boolean makesNew(Value array) {
    return array.type().rank() == 1 && places.definition(array) instanceof Step.NewArray;
  }

  /** Whether an array is a tape that keeps arrays by their references, and doesn't grow. */
  boolean isOfReferences(Step.NewArray made) {
    Value array = made.result();
    return array.type().equals(REFERENCES)
        && made.lengths().size() == 1
        && !made.cleared()
        && staysHere(array)
        && !isMadeInLoop(array)
        && owner(array) == array
        && !storage.isElement(storage.of(array));
  }

  /** Whether neither an array nor a row of it leaves, and no row is exchanged for another. */
  private boolean staysWhole(Cell cell, int rank) {
    return !escaping.contains(cell)
        && (rank == 1 || cell.writes().isEmpty() && staysWhole(cell.element(), rank - 1));
  }

  /** Whether an array and its rows are forgotten where it is made, and held by no other. */
  boolean isAtHome(Value array) {
    Cell cell = storage.of(array);
    return !escaping.contains(cell)
        && !escaping.contains(storage.leaf(array))
        && !storage.isElement(cell)
        && storage.home(cell) == places.region(array);
  }

  /** Whether the array of one iteration may be needed in another. */
  boolean isMadeInLoop(Value array) {
    Cell cell = storage.of(array);
    Region home = storage.home(cell);
    for (Region r = places.region(array); r != home; r = places.parent(r)) {
      if (places.isLoopBody(r) && (storage.isElement(cell) || isNeededAgain(cell, r))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a round of a loop does anything with what the round before hands on to it. */
  private boolean isNeededAgain(Cell cell, @Nullable Region body) {
    Step loop = Objects.requireNonNull(places.owner(body));
    List<Value> carried = loop.regions().get(0).parameters();
    List<Value> next = loop.regions().get(loop.regions().size() - 1).yields();
    return carried.stream()
        .filter(value -> value.type().isArray() && storage.of(value) == cell)
        .anyMatch(
            value ->
                next.contains(value)
                    || places.users(value).stream().anyMatch(user -> user != loop));
  }

  private boolean isTape(Value array) {
    return places.definition(array) instanceof Step.NewArray step && !step.cleared();
  }

  /** Returns what has a slot: an array, or all the lengths of a tape that grows. */
  Object owner(Value array) {
    Cell cell = storage.of(array);
    boolean grows =
        areTapes(cell)
            && cell.values().stream().anyMatch(each -> isTape(each) && isMadeInLoop(each));
    return grows ? cell : array;
  }

  /**
   * Whether a cell holds tapes only, in variables. Arrays that an array of arrays holds may be one
   * cell although there are several at a time.
   */
  private boolean areTapes(Cell cell) {
    return !storage.isElement(cell)
        && cell.values().stream().noneMatch(each -> makes(each) && !isTape(each));
  }

  private boolean makes(Value array) {
    Step step = places.definition(array);
    return step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Clone
        || step instanceof Step.Call;
  }
}
