package cotangent.processor.optimise;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop that only computes from arrays into arrays, all accesses at a constant distance from its
 * index, and certainly throws nothing: its rounds can be run together with those of others.
 *
 * @param first the lowest index
 * @param end that after the highest
 * @param offsets the values in the body that are the index, or a constant more
 */
record StraightLoop(
    Step.Loop step,
    int first,
    Linear end,
    boolean isAscending,
    Map<Value, Integer> offsets,
    List<Access> accesses) {

  /**
   * A read or a write of an element.
   *
   * @param offset how far from the loop's index; null for one that is the same in each round
   */
  record Access(Value array, @Nullable Integer offset, boolean writes) {}

  /** Gives a loop as one of these, or null. */
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
        new StraightLoop(loop, first.offset(), end, up, new HashMap<>(), new ArrayList<>());
    return straight.read(bounds) ? straight : null;
  }

  private boolean read(Bounds bounds) {
    offsets.put(step.index(), 0);
    Set<Value> inside = new HashSet<>(List.of(step.index()));
    for (Step each : step.body().steps()) {
      boolean isStraight = false;
      if (each instanceof Step.Apply apply && apply.result().type().isScalar()) {
        isStraight = Rewriter.isPure(apply);
        apply(apply, bounds);
      } else if (each instanceof Step.Read read && read.result().type().isScalar()) {
        isStraight = access(read.array(), read.index(), false, each, inside, bounds);
      } else if (each instanceof Step.Write write && write.value().type().isScalar()) {
        isStraight = access(write.array(), write.index(), true, each, inside, bounds);
      }
      if (!isStraight && !(each instanceof Step.Constant)) {
        return false;
      }
      inside.addAll(each.results());
    }
    return !accesses.isEmpty();
  }

  private void apply(Step.Apply apply, Bounds bounds) {
    Linear sum = bounds.linear(apply.result());
    Integer offset = sum.symbol() == null ? null : offsets.get(sum.symbol());
    if (offset != null) {
      offsets.put(apply.result(), offset + sum.offset());
    }
  }

  private boolean access(
      Value array,
      Value index,
      boolean writes,
      Step each,
      Set<Value> inside,
      Bounds bounds) {
    Integer offset = offsets.get(index);
    accesses.add(new Access(array, offset, writes));
    boolean isSafe =
        Rewriter.isMade(step)
            || Rewriter.isMade(each)
            || offset != null && bounds.holds(array, first + offset, end.plus(offset));
    return isSafe && (offset != null || !inside.contains(index));
  }

  /** Counts by how much its rounds are more than what is added to its end to. */
  int extra() {
    return end.offset() - first;
  }
}
