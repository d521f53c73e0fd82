package cotangent.processor.optimise;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells which elements of arrays the rounds of a loop keep to. Two loops that are at the same
 * elements in the same rounds, whatever arrays they are in, can't disturb each other by being
 * joined.
 */
final class RoundPlaces {
  private final LocalArrays arrays;

  /** Where in an array a round is, in terms of the counter. */
  private enum Kind {
    /** At the element of the counter's number. */
    COUNTER,
    /** In the row of the counter's number, at a place that an inner loop counts. */
    ROW
  }

  RoundPlaces(LocalArrays arrays) {
    this.arrays = arrays;
  }

  /** Tells whether a loop throws no exception, carries nothing, and only computes into arrays. */
  boolean onlyComputes(Step.Loop loop) {
    return loop.results().isEmpty()
        && loop.checkpoint() == Step.Loop.NO_CHECKPOINT
        && loop.position().isChecked()
        && onlyComputes(loop.body());
  }

  private boolean onlyComputes(Region region) {
    return region.steps().stream().allMatch(this::onlyComputes);
  }

  private boolean onlyComputes(Step step) {
    if (step instanceof Step.Read || step instanceof Step.Write) {
      return step.position().isChecked() && step.operands().get(0).type().rank() == 1;
    } else if (step instanceof Step.Loop || step instanceof Step.Branch) {
      return step.regions().stream().allMatch(this::onlyComputes);
    }
    return Rewriter.isPure(step);
  }

  /**
   * Tells whether all that is done inside of a loop to some arrays is at the same place in each
   * round, and gives that place; null where it isn't.
   *
   * @param isMeant tells which arrays are meant
   */
  @Nullable Object place(Step.Loop loop, Predicate<Value> isMeant) {
    Set<@Nullable Object> places = new HashSet<>();
    collect(loop.body(), loop, isMeant, places);
    return places.size() == 1 ? places.iterator().next() : null;
  }

  private void collect(
      Region region, Step.Loop loop, Predicate<Value> isMeant, Set<@Nullable Object> places) {
    for (Step step : region.steps()) {
      if ((step instanceof Step.Read || step instanceof Step.Write)
          && isMeant.test(step.operands().get(0))) {
        places.add(place(step.operands().get(1), loop));
      }
      step.regions().forEach(inner -> collect(inner, loop, isMeant, places));
    }
  }

  /** Gives where an index is in each round; null where that isn't known. */
  private @Nullable Object place(Value index, Step.Loop loop) {
    if (index == loop.index()) {
      return Kind.COUNTER;
    }
    Step.Loop columns = arrays.columnsOf(index, loop);
    if (columns != null) {
      return List.of(Kind.ROW, columns.to());
    }
    return arrays.places().definition(index) instanceof Step.Apply sum
            && sum.operation() == Operations.ADD
            && sum.operands().get(1) == loop.index()
        ? offset(sum.operands().get(0), loop)
        : null;
  }

  private Step.@Nullable Apply product(Value value) {
    return arrays.places().definition(value) instanceof Step.Apply apply
            && apply.operation() == Operations.MUL
        ? apply
        : null;
  }

  /** Gives what is added to the counter, where it is the same in all rounds. */
  private @Nullable Object offset(Value value, Step.Loop loop) {
    if (isOutside(value, loop)) {
      return value;
    }
    return arrays.places().definition(value) instanceof Step.Apply apply
            && !((Op) apply.operation()).traps(apply.operands())
            && apply.operands().stream().allMatch(operand -> isOutside(operand, loop))
        ? List.of(apply.operation(), apply.operands())
        : null;
  }

  private boolean isOutside(Value value, Step.Loop loop) {
    return !arrays.places().within(arrays.places().region(value), loop.body());
  }

  /** Tells whether two loops count the same numbers in the same order. */
  boolean countTheSame(Step.Loop one, Step.Loop other) {
    return one.stride() == other.stride()
        && isSame(one.from(), other.from())
        && isSame(one.to(), other.to());
  }

  private boolean isSame(Value one, Value other) {
    return one == other
        || arrays.places().definition(one) instanceof Step.Constant a
            && arrays.places().definition(other) instanceof Step.Constant b
            && Objects.equals(a.value(), b.value());
  }

  /**
   * Gives the inner loop of a nest that goes through rows and columns, where a flat loop counts
   * their product; null where the two don't go together.
   */
  Step.@Nullable Loop columns(Step.Loop nest, Step.Loop flat) {
    Step.Loop inner = null;
    for (Step step : nest.body().steps()) {
      if (step instanceof Step.Loop loop && inner == null) {
        inner = loop;
      } else if (!Rewriter.isPure(step)) {
        return null;
      }
    }
    Step.Apply product = product(flat.to());
    return inner != null
            && product != null
            && isFromZero(nest)
            && isFromZero(inner)
            && isFromZero(flat)
            && nest.to() == product.operands().get(0)
            && inner.to() == product.operands().get(1)
        ? inner
        : null;
  }

  private boolean isFromZero(Step.Loop loop) {
    return loop.stride() == 1 && arrays.places().is(loop.from(), 0);
  }

  /** Tells whether a place is that of a counter, in one array after the other. */
  static boolean isCounter(@Nullable Object place) {
    return place == Kind.COUNTER;
  }

  /** Tells whether a place is in the row of the counter. */
  static boolean isRow(@Nullable Object place) {
    return place instanceof List<?> list && list.get(0) == Kind.ROW;
  }
}
