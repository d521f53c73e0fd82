package cotangent.processor.derive.analyse;

import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.RowIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an element of an array may be written more than once. If not, the backward half needn't
 * clear its cotangent once it has been handed on.
 */
public final class Overwriting {
  private final Places places;
  private final Storage storage;
  private final Map<Cell, Boolean> onlyOnce = new HashMap<>();
  private final Map<Value, Boolean> onlyOnceAnew = new HashMap<>();

  public Overwriting(Places places, Storage storage) {
    this.places = places;
    this.storage = storage;
  }

  /** Whether what a write overwrites may have been written before, or given by the caller. */
  public boolean mayOverwrite(Step.Write write) {
    Cell cell = storage.of(write.array());
    return !onlyOnce.computeIfAbsent(cell, this::isWrittenOnce)
        && !onlyOnceAnew.computeIfAbsent(write.array(), this::isWrittenOnce);
  }

  private boolean isWrittenOnce(Cell cell) {
    Region home = storage.home(cell);
    return home != null && storage.isMadeHere(cell) && areOnce(cell.writes(), home);
  }

  /**
   * Whether the same is certain of each array that a step makes, though others have its cell: in a
   * loop, the array of each round, which becomes what the loop carries.
   */
  private boolean isWrittenOnce(Value made) {
    Region home = places.region(made);
    return home != null
        && places.definition(made) instanceof Step.NewArray
        && storage.writesToNew(made)
        && areOnce(
            storage.of(made).writes().stream()
                .filter(step -> Storage.written(step).contains(made))
                .toList(),
            home);
  }

  private boolean areOnce(List<Step> writes, Region home) {
    Set<Object> constants = new HashSet<>();
    int loops = 0;
    int lowest = Integer.MAX_VALUE;
    for (Step step : writes) {
      if (!(step instanceof Step.Write write) || !places.knows(step)) {
        return false;
      }
      Object constant = constant(write.index());
      boolean once =
          constant != null
              ? constants.add(constant)
                  && enclosingLoop(write, home) == null
                  && !isInGeneralLoop(write, home)
              : ++loops == 1 && goesThrough(write, home);
      if (!once) {
        return false;
      }
      lowest =
          constant != null ? lowest : lowest(Objects.requireNonNull(enclosingLoop(write, home)));
    }
    int end = lowest;
    return loops == 0
        || constants.stream().allMatch(constant -> constant instanceof Integer i && i < end);
  }

  /** Returns the lowest index of a loop that counts up from a constant; else the lowest of all. */
  private int lowest(Step.Loop loop) {
    return loop.stride() > 0 && constant(loop.from()) instanceof Integer from
        ? from
        : Integer.MIN_VALUE;
  }

  private @Nullable Object constant(Value index) {
    return places.definition(index) instanceof Step.Constant c ? c.value() : null;
  }

  /** Whether a write goes through the elements of one array, each index once. */
  private boolean goesThrough(Step.Write write, Region home) {
    Step.Loop loop = enclosingLoop(write, home);
    Step.Loop all = loop == null ? null : goesThrough(write.index(), loop, home);
    return all != null
        && !places.within(places.region(write.array()), all)
        && enclosingLoop(all, home) == null
        && !isInGeneralLoop(all, home);
  }

  /** Returns the loop, this one or that around it, of which each round has another index. */
  private Step.@Nullable Loop goesThrough(Value index, Step.Loop loop, Region home) {
    if (index == loop.index()) {
      return loop;
    }
    RowIndex at = RowIndex.of(index, places::definition);
    Step.Loop outer = enclosingLoop(loop, home);
    return at != null
            && outer != null
            && at.row() == outer.index()
            && at.column() == loop.index()
            && loop.to() == at.columns()
            && loop.stride() == 1
            && Integer.valueOf(0).equals(constant(loop.from()))
            && !places.within(places.region(at.columns()), outer)
        ? outer
        : null;
  }

  private boolean isInGeneralLoop(Step step, Region home) {
    for (Region r = places.region(step); r != null && r != home; r = places.parent(r)) {
      if (places.owner(r) instanceof Step.While) {
        return true;
      }
    }
    return false;
  }

  /** Returns the innermost counted loop between a step and the region where its memory is made. */
  private Step.@Nullable Loop enclosingLoop(Step step, Region home) {
    for (Region r = places.region(step); r != null && r != home; r = places.parent(r)) {
      if (places.owner(r) instanceof Step.Loop loop) {
        return loop;
      }
    }
    return null;
  }
}
