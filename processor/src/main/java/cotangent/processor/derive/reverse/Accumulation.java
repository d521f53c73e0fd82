package cotangent.processor.derive.reverse;

import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arrays to whose elements a loop only adds, {@code a[i] += x} at whatever index: on the way back
 * the cotangents of such elements are read and stay as they are, so that it may go through the
 * iterations in any order.
 */
final class Accumulation {
  private final Analysis analysis;
  private final Step.Loop loop;

  Accumulation(Analysis analysis, Step.Loop loop) {
    this.analysis = analysis;
    this.loop = loop;
  }

  /** Whether all that a loop does with the memory of an array is to add to it. */
  boolean holdsFor(Value array) {
    Cell cell = analysis.storage().leaf(array);
    if (loop.carried().stream().anyMatch(v -> isIn(v, cell)) || exchangesRows(array)) {
      return false;
    }
    Set<Step> reads = new HashSet<>();
    Set<Step> summands = new HashSet<>();
    for (Value value : cell.values()) {
      for (Step use : analysis.uses(value)) {
        if (!places().knows(use)) {
          return false;
        } else if (!isInLoop(use) || isLength(use)) {
          continue;
        }
        Step.Read summand = use instanceof Step.Write write ? summand(write, cell) : null;
        if (summand != null) {
          summands.add(summand);
        } else if (use instanceof Step.Read) {
          reads.add(use);
        } else {
          return false;
        }
      }
    }
    return summands.containsAll(reads);
  }

  private boolean isIn(Value value, Cell cell) {
    return value.type().isArray() && analysis.storage().leaf(value) == cell;
  }

  private boolean exchangesRows(Value array) {
    Cell rows = analysis.storage().of(array);
    for (int rank = array.type().rank(); rank > 1; rank--) {
      if (rows.writes().stream().anyMatch(write -> !places().knows(write) || isInLoop(write))) {
        return true;
      }
      rows = rows.element();
    }
    return false;
  }

  private boolean isInLoop(Step step) {
    return places().within(places().region(step), loop);
  }

  private static boolean isLength(Step step) {
    return step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
  }

  /** Returns the read whose result plus something is written back to the same element, or null. */
  private Step.@Nullable Read summand(Step.Write write, Cell cell) {
    Step.Read read = summand(write.value(), write);
    @Nullable Region home = places().region(write);
    if (read == null || home == null || places().region(read) != home) {
      return null;
    }
    List<Step> steps = home.steps();
    List<Step> between = steps.subList(steps.indexOf(read) + 1, steps.indexOf(write));
    return between.stream().anyMatch(step -> touches(step, cell)) ? null : read;
  }

  private Step.@Nullable Read summand(Value value, Step.Write write) {
    Step step = places().definition(value);
    if (step == null || analysis.uses(value).size() != 1) {
      return null;
    } else if (step instanceof Step.Read read) {
      return read.array() == write.array() && read.index() == write.index() ? read : null;
    }
    return step instanceof Step.Apply apply ? summand(apply, write) : null;
  }

  private Step.@Nullable Read summand(Step.Apply apply, Step.Write write) {
    boolean isSum = apply.operation() == Operations.ADD;
    if (!isSum && apply.operation() != Operations.SUB
        || apply.operands().get(0) == apply.operands().get(1)) {
      return null;
    }
    Step.Read first = summand(apply.operands().get(0), write);
    return first != null || !isSum ? first : summand(apply.operands().get(1), write);
  }

  private boolean touches(Step step, Cell cell) {
    return step.operands().stream().anyMatch(operand -> isIn(operand, cell))
        || step.regions().stream()
            .map(Region::steps)
            .flatMap(List::stream)
            .anyMatch(inner -> touches(inner, cell));
  }

  private Places places() {
    return analysis.places();
  }
}
