package cotangent.processor.derive.reverse;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.op.RowIndex;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the order of the backward half is free: sums may be taken in any order, so iterations
 * that only add needn't run backwards, nor wait for the end of the forward half.
 */
final class FreeOrder {
  private final Analysis analysis;

  FreeOrder(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Whether the iterations of a loop may be reversed in any order. */
  boolean isFree(Step.Loop loop) {
    return onlySums(loop) && keepsToItsElement(loop.body(), loop);
  }

  private boolean keepsToItsElement(Region region, Step.Loop loop) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call && analysis.isActive(call)) {
        return false;
      }
      for (Value operand : step.operands()) {
        if (analysis.shadows().has(operand) && !isFreeAccess(step, operand, loop)) {
          return false;
        }
      }
      for (Region inner : step.regions()) {
        if (!keepsToItsElement(inner, loop)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isFreeAccess(Step step, Value array, Step.Loop loop) {
    if (!array.type().isArray()) {
      return false;
    }
    Places places = analysis.places();
    Storage storage = analysis.storage();
    Cell cell = storage.leaf(array);
    Region home = storage.home(cell);
    if (home != null && places.within(home, loop)
        || cell.writes().stream()
            .allMatch(w -> places.knows(w) && !places.within(places.region(w), loop))) {
      return true;
    } else if (new Accumulation(analysis, loop).holdsFor(array)) {
      return true;
    }
    Object element = element(step, loop);
    return element != null
        && array.type().rank() == 1
        && usesIn(array, loop)
            .filter(use -> use instanceof Step.Read || use instanceof Step.Write)
            .allMatch(use -> element.equals(element(use, loop)))
        && cell.values().stream()
            .noneMatch(other -> other != array && usesIn(other, loop).findAny().isPresent());
  }

  /**
   * Which element of an array an iteration is at, if no other iteration is; null where it isn't
   * known. An iteration may have a row of its own, or go through part of one.
   */
  private @Nullable Object element(Step step, Step.Loop loop) {
    Value index =
        step instanceof Step.Read read
            ? read.index()
            : step instanceof Step.Write write ? write.index() : null;
    if (index == null || index == loop.index()) {
      return index;
    }
    RowIndex at = RowIndex.of(index, analysis.places()::definition);
    if (at == null || !isOutside(at.columns(), loop)) {
      return null;
    } else if (at.column() == loop.index()) {
      return isOutside(at.row(), loop) ? List.of(at.row(), at.columns()) : null;
    }
    return at.row() == loop.index() && countsBelow(at.column(), at.columns()) ? at.columns() : null;
  }

  private boolean isOutside(Value value, Step.Loop loop) {
    return !analysis.places().within(analysis.places().region(value), loop);
  }

  private boolean countsBelow(Value counter, Value end) {
    return analysis.places().owner(analysis.places().region(counter)) instanceof Step.Loop inner
        && inner.index() == counter
        && inner.to() == end
        && inner.stride() == 1
        && analysis.isZero(inner.from());
  }

  private Stream<Step> usesIn(Value array, Step.Loop loop) {
    return analysis.uses(array).stream()
        .filter(step -> analysis.places().within(analysis.places().region(step), loop));
  }

  /** Whether all active numbers that a loop carries are sums of what the iterations add. */
  boolean onlySums(Step.Loop loop) {
    if (loop.body().diverges()) {
      return false;
    }
    for (int k = 0; k < loop.carried().size(); k++) {
      Value carried = loop.carried().get(k);
      if (carried.type().isReal() && analysis.activity().isActive(carried)) {
        int uses = sums(loop.body().yields().get(k), carried);
        if (uses == 0 || uses != countUses(carried)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns how many uses of a value are explained by another one's being that plus something,
   * whatever way is taken; 0 where it isn't. A sum on the way that is used elsewhere as well hands
   * its cotangent on from there, too.
   */
  private int sums(Value value, Value start) {
    if (value == start) {
      return 1;
    }
    Step step = analysis.places().definition(value);
    if (step instanceof Step.Apply apply && countUses(value) == 1) {
      return sums(apply, start);
    } else if (step instanceof Step.Branch branch
        && countUses(value) == 1
        && !branch.then().diverges()
        && !branch.otherwise().diverges()) {
      int k = branch.results().indexOf(value);
      int then = sums(branch.then().yields().get(k), start);
      int otherwise = sums(branch.otherwise().yields().get(k), start);
      return then > 0 && otherwise > 0 ? then + otherwise : 0;
    }
    return 0;
  }

  private int sums(Step.Apply apply, Value start) {
    Op op = (Op) apply.operation();
    if (op != Operations.ADD && op != Operations.SUB) {
      return 0;
    }
    int left = sums(apply.operands().get(0), start);
    int right = op == Operations.ADD ? sums(apply.operands().get(1), start) : 0;
    return left > 0 && right > 0 ? 0 : left + right;
  }

  private int countUses(Value value) {
    int count = 0;
    for (Step step : analysis.uses(value)) {
      count += (int) step.operands().stream().filter(operand -> operand == value).count();
      for (Region region : step.regions()) {
        count += (int) region.yields().stream().filter(yielded -> yielded == value).count();
      }
    }
    return count;
  }

  /**
   * Whether the step only adds to the cotangents of memory that outlives it, and nothing after it
   * in the forward half writes to that memory, so that the additions may come earlier.
   */
  boolean onlyAddsToSharedMemory(Step step) {
    if (step instanceof Step.Call call) {
      return analysis.functions().runsAtOnce(call)
          && call.results().stream().noneMatch(analysis.shadows()::has)
          && usesMemoryWell(call, call);
    }
    return step.regions().stream().allMatch(region -> onlyAddsToSharedMemory(region, step));
  }

  private boolean onlyAddsToSharedMemory(Region region, Step outermost) {
    for (Step step : region.steps()) {
      boolean mayFuse =
          !(step instanceof Step.Call call)
              || call.callee() instanceof Callee.Ruled
              || analysis.functions().runsAtOnce(call);
      if (!usesMemoryWell(step, outermost) || !mayFuse && hasShadows(step)) {
        return false;
      }
      for (Region inner : step.regions()) {
        if (!onlyAddsToSharedMemory(inner, outermost)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean hasShadows(Step step) {
    return step.operands().stream().anyMatch(analysis.shadows()::has);
  }

  private boolean usesMemoryWell(Step step, Step outermost) {
    return step.operands().stream()
            .allMatch(
                operand ->
                    !analysis.shadows().has(operand) || isPrivateOrOnlyRead(operand, outermost))
        && (!fills(step)
            || step.results().stream()
                .allMatch(made -> !analysis.shadows().has(made) || isPrivate(made, outermost)));
  }

  /**
   * Whether a step makes arrays that hold something: what is added to them later comes too late.
   */
  private static boolean fills(Step step) {
    return step.kind() == StepKind.CALL || step.kind() == StepKind.CLONE;
  }

  private boolean isPrivateOrOnlyRead(Value array, Step outermost) {
    if (!array.type().isArray()) {
      return false;
    }
    Places places = analysis.places();
    return isPrivate(array, outermost)
        || analysis.storage().leaf(array).writes().stream()
            .allMatch(
                write ->
                    places.knows(write)
                        && !places.within(places.region(write), outermost)
                        && !places.after(write, outermost));
  }

  private boolean isPrivate(Value array, Step outermost) {
    Storage storage = analysis.storage();
    Region home = storage.home(storage.leaf(array));
    return home != null && analysis.places().within(home, outermost);
  }
}
