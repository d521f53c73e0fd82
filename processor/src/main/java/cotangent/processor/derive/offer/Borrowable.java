package cotangent.processor.derive.offer;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.HashSet;
import java.util.Set;

/** Finds the arrays of a body that a workspace may lend: those that never leave the method. */
final class Borrowable {
  private final Places places;
  private final Storage storage;
  private final Set<Cell> escaping = new HashSet<>();
  private final Set<Cell> measured = new HashSet<>();

  Borrowable(Region body, Places places, Storage storage) {
    this.places = places;
    this.storage = storage;
    body.yields().forEach(this::escape);
    body.parameters().forEach(this::escape);
    findEscapes(body);
  }

  /** Whether kernels go by the length of an array. */
  boolean isMeasured(Value array) {
    return measured.contains(storage.of(array));
  }

  private void findEscapes(Region region) {
    for (Step step : region.steps()) {
      if (TensorKernels.isKernel(step)) {
        step.operands().stream()
            .filter(operand -> operand.type().isArray())
            .forEach(operand -> measured.add(storage.of(operand)));
      } else if (step instanceof Step.Call call && call.callee() instanceof Callee.Member) {
        call.operands().forEach(this::escape);
        call.results().forEach(this::escape);
      }
      step.regions().forEach(this::findEscapes);
    }
  }

  private void escape(Value value) {
    if (value.type().isArray()) {
      Cell cell = storage.of(value);
      for (int rank = value.type().rank(); rank > 0; rank--) {
        escaping.add(cell);
        cell = rank > 1 ? cell.element() : cell;
      }
    }
  }

  /** Whether one array at a time is alive: nothing of one iteration is needed in another. */
  boolean contains(Value array) {
    Cell cell = storage.of(array);
    return array.type().leaf().isScalar()
        && staysWhole(cell, array.type().rank())
        && storage.home(cell) != null
        && !storage.isElement(cell)
        && (!isMadeInLoop(array, cell) || isTape(array));
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
  private boolean isMadeInLoop(Value array, Cell cell) {
    Region home = storage.home(cell);
    for (Region r = places.region(array); r != home; r = places.parent(r)) {
      if (places.isLoopBody(r)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTape(Value array) {
    return places.definition(array) instanceof Step.NewArray step && !step.cleared();
  }

  /** Returns what has a slot: an array, or all the lengths of a tape that grows. */
  Object owner(Value array) {
    Cell cell = storage.of(array);
    boolean grows =
        cell.values().stream().anyMatch(each -> isTape(each) && isMadeInLoop(each, cell));
    return grows ? cell : array;
  }
}
