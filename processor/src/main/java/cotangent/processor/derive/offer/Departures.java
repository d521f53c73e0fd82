package cotangent.processor.derive.offer;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an array may leave a body, followed from where it is made. {@link Storage} takes all
 * arrays for one that meet in a variable: that of the first round of a loop, which is returned, and
 * those of all others, which aren't.
 */
final class Departures {
  private final Storage storage;
  private final Predicate<Cell> isOthers;
  private final Map<Value, List<Moves.Move>> moves = new HashMap<>();
  private final Set<Value> gone = new HashSet<>();

  /**
   * @param isOthers whether others have arrays of a cell, and get what is put into them
   */
  Departures(Region body, Storage storage, Predicate<Cell> isOthers) {
    this.storage = storage;
    this.isOthers = isOthers;
    gone.addAll(body.yields());
    collect(body);
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      for (Moves.Move move : Moves.of(step)) {
        if (move.from().type().isArray() && move.way() != Moves.Way.COMPUTED) {
          moves.computeIfAbsent(move.from(), key -> new ArrayList<>()).add(move);
        }
      }
      boolean isCall = step instanceof Step.Call && !TensorKernels.isKernel(step);
      if (step instanceof Step.Push || isCall && !ArrayChecks.isCheck(step)) {
        gone.addAll(step.operands());
      }
      step.regions().forEach(this::collect);
    }
  }

  /** Whether an array, or one that holds it, may leave. */
  boolean mayLeave(Value made) {
    Set<Value> reached = new HashSet<>();
    Deque<Value> pending = new ArrayDeque<>(List.of(made));
    while (!pending.isEmpty()) {
      Value value = pending.pop();
      if (!reached.add(value)) {
        continue;
      } else if (gone.contains(value)) {
        return true;
      }
      for (Moves.Move move : moves.getOrDefault(value, List.of())) {
        if (move.way() == Moves.Way.HANDED_ON || move.way() == Moves.Way.TAKEN_OUT) {
          pending.add(move.to());
        } else if (move.way() == Moves.Way.PUT_IN || move.to().type().rank() > 1) {
          Cell holder = storage.of(move.to());
          if (isOthers.test(holder)) {
            return true;
          }
          pending.addAll(holder.values());
        }
      }
    }
    return false;
  }
}
