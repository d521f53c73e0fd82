package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Linear;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop that only computes from arrays into arrays, all accesses at a constant distance from its
 * index, and certainly throws nothing: its rounds can be run together with those of others.
 *
 * @param first the lowest index
 * @param end that after the highest
 */
record StraightLoop(
    Step.Loop step,
    int first,
    Linear end,
    boolean isAscending,
    Bounds bounds,
    List<LoopAccess> accesses) {

  /** Returns a loop as one of these, or null. */
  static @Nullable StraightLoop of(Step step, Bounds bounds) {
    if (!(step instanceof Step.Loop loop)
        || !loop.results().isEmpty()
        || loop.checkpoint() != Step.Loop.NO_CHECKPOINT
        || Math.abs(loop.stride()) != 1) {
      return null;
    }
    boolean up = loop.stride() > 0;
    Linear first = up ? bounds.linear(loop.from()) : bounds.linear(loop.to()).plus(1);
    Linear end = up ? bounds.linear(loop.to()) : bounds.linear(loop.from()).plus(1);
    if (first.symbol() != null || first.offset() < 0) {
      return null;
    }
    StraightLoop straight =
        new StraightLoop(loop, first.offset(), end, up, bounds, new ArrayList<>());
    return straight.read() ? straight : null;
  }

  private boolean read() {
    Set<Value> inside = new HashSet<>(List.of(step.index()));
    for (Step each : step.body().steps()) {
      boolean isStraight = false;
      if (each instanceof Step.Apply apply && apply.result().type().isScalar()) {
        isStraight = Rewriter.isPure(apply);
      } else if (each instanceof Step.Read read && read.result().type().isScalar()) {
        isStraight = access(read.array(), read.index(), each, inside);
      } else if (each instanceof Step.Write write && write.value().type().isScalar()) {
        isStraight = access(write.array(), write.index(), each, inside);
      }
      if (!isStraight && !(each instanceof Step.Constant)) {
        return false;
      }
      inside.addAll(each.results());
    }
    return !accesses.isEmpty();
  }

  private boolean access(Value array, Value index, Step each, Set<Value> inside) {
    Integer offset = offset(index);
    LoopAccess.Place place = offset == null ? null : LoopAccess.Place.atCounter(offset);
    accesses.add(new LoopAccess(array, place, each instanceof Step.Write));
    boolean isSafe =
        Rewriter.isMade(step)
            || Rewriter.isMade(each)
            || offset != null && bounds.holds(array, first + offset, end.plus(offset));
    return isSafe && (offset != null || !inside.contains(index));
  }

  /** Returns how much more than the index a number is; null where that isn't a constant. */
  @Nullable Integer offset(Value number) {
    Linear sum = bounds.linear(number);
    return sum.symbol() == step.index() ? (Integer) sum.offset() : null;
  }

  /** Counts its rounds, less the symbol of its end. */
  int extra() {
    return end.offset() - first;
  }
}
