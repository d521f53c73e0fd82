package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.loop.LoopAccess.Place;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds which elements of arrays the rounds of a loop keep to. Two loops that are at the same
 * elements in the same rounds, whatever arrays they are in, can't disturb each other by being
 * joined.
 */
final class RoundPlaces {
  private final LocalArrays arrays;

  RoundPlaces(LocalArrays arrays) {
    this.arrays = arrays;
  }

  /** Whether a loop throws no exception, carries nothing, and only computes into arrays. */
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

  /** Returns all accesses to elements inside a loop. */
  List<LoopAccess> accesses(Step.Loop loop) {
    List<LoopAccess> accesses = new ArrayList<>();
    collect(loop.body(), loop, accesses);
    return accesses;
  }

  /** Returns the same, where the loop goes through all elements row by row instead. */
  List<LoopAccess> accessesInRows(Step.Loop loop, Value columns) {
    return accesses(loop).stream()
        .map(
            access ->
                new LoopAccess(
                    access.array(),
                    Integer.valueOf(0).equals(access.offset()) ? Place.inRow(columns) : null,
                    access.writes()))
        .toList();
  }

  private void collect(Region region, Step.Loop loop, List<LoopAccess> accesses) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Read read) {
        accesses.add(new LoopAccess(read.array(), place(read.index(), loop), false));
      } else if (step instanceof Step.Write write) {
        accesses.add(new LoopAccess(write.array(), place(write.index(), loop), true));
      }
      step.regions().forEach(inner -> collect(inner, loop, accesses));
    }
  }

  private @Nullable Place place(Value index, Step.Loop loop) {
    Linear sum = Linear.of(index, arrays.places()::definition);
    if (sum.symbol() == loop.index()) {
      return Place.atCounter(sum.offset());
    }
    Step.Loop columns = arrays.columnsOf(index, loop);
    if (columns != null) {
      return Place.inRow(columns.to());
    }
    Object distance =
        arrays.places().definition(index) instanceof Step.Apply apply
                && apply.operation() == Operations.ADD
                && apply.operands().get(1) == loop.index()
            ? distance(apply.operands().get(0), loop)
            : null;
    return distance == null ? null : Place.behind(distance);
  }

  private Step.@Nullable Apply product(Value value) {
    return arrays.places().definition(value) instanceof Step.Apply apply
            && apply.operation() == Operations.MUL
        ? apply
        : null;
  }

  /** Returns what is added to the counter, where that is the same in all rounds. */
  private @Nullable Object distance(Value value, Step.Loop loop) {
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

  /** Whether two loops count the same numbers in the same order. */
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
   * Returns the inner loop of a nest that goes through rows and columns, where a flat loop counts
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
}
