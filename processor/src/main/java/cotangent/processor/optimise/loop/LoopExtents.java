package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far nested loops go through vectors, whichever way: one that goes to the last element in each
 * round of that around it, or in one of them, as for triangular matrices.
 */
final class LoopExtents {
  private final Places places;
  private final Step.Loop outer;
  private final Map<Value, Value> extents = new LinkedHashMap<>();

  /** A whole number, written as so much more than another one; null for zero. */
  private record Bound(@Nullable Value base, int more) {}

  /** Finds those of loops inside another one, in front of which they are to be known. */
  LoopExtents(Places places, Step.Loop outer) {
    this.places = places;
    this.outer = outer;
  }

  /** Adds a loop, after those around it; returns whether its extent is known. */
  boolean enter(Step.Loop loop) {
    boolean isUp = loop.stride() == 1;
    Bound first = isUp ? bound(loop.from(), 0) : bound(loop.to(), 1);
    Bound end = isUp ? bound(loop.to(), 0) : bound(loop.from(), 1);
    Value around = of(end.base);
    Value other = end.more == 0 ? end.base : isUp ? loop.to() : null;
    Value extent = around != null && end.more == 1 ? around : other;
    boolean isKnown =
        (isUp || loop.stride() == -1)
            && extent != null
            && of(extent) == null
            && BeforeLoop.isOutside(extent, outer, places)
            && (first.base == null ? first.more == 0 : isAlong(first, extent));
    if (isKnown) {
      extents.put(loop.index(), extent);
    }
    return isKnown;
  }

  /** Whether a loop begins where that around it is, or right behind. */
  private boolean isAlong(Bound first, Value extent) {
    return of(first.base) == extent && (first.more == 0 || first.more == 1);
  }

  /** Returns the extent of the loop that a value is the index of, or null. */
  @Nullable Value of(@Nullable Value index) {
    return extents.get(index);
  }

  Set<Value> all() {
    return new LinkedHashSet<>(extents.values());
  }

  private Bound bound(Value value, int more) {
    Step step = places.definition(value);
    if (step instanceof Step.Constant constant && constant.value() instanceof Integer known) {
      return more == 0 && known != 0 ? new Bound(value, 0) : new Bound(null, known + more);
    }
    if (step instanceof Step.Apply apply
        && (apply.operation() == Operations.ADD || apply.operation() == Operations.SUB)
        && places.definition(apply.operands().get(1)) instanceof Step.Constant constant
        && constant.value() instanceof Integer known) {
      int added = apply.operation() == Operations.ADD ? known : -known;
      return new Bound(apply.operands().get(0), more + added);
    }
    return new Bound(value, more);
  }
}
