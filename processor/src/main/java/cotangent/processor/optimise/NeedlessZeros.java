package cotangent.processor.optimise;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes arrays without clearing them, where all that is in them is written before it is read. */
final class NeedlessZeros extends Rewriter {
  private final LocalArrays arrays;

  NeedlessZeros(LocalArrays arrays) {
    this.arrays = arrays;
  }

  @Override
  void rewrite(Step step) {
    if (step instanceof Step.NewArray array
        && array.cleared()
        && isMade(step)
        && isOverwritten(array.result(), array.lengths().get(0))) {
      add(new Step.NewArray(array.result(), array.lengths(), false, array.position()));
    } else {
      add(inside(step));
    }
  }

  private boolean isOverwritten(Value array, Value length) {
    List<Step> accesses = arrays.accesses(array);
    if (!arrays.contains(array) || accesses.isEmpty()) {
      return false;
    }
    Step first = accesses.get(0);
    Region region = arrays.region(first);
    if (region == arrays.home(array)) {
      return first instanceof Step.Fill fill && arrays.is(fill.from(), 0) && fill.to() == length;
    }
    if (!(first instanceof Step.Write write) || !(enclosing(region) instanceof Step.Loop loop)) {
      return false;
    }
    Step.Loop outer = outermost(write.index(), loop, length);
    return outer != null
        && arrays.region(outer) == arrays.home(array)
        && accesses.stream().allMatch(access -> staysAtIndex(access, write.index(), outer));
  }

  /** Gives the loop, this one or that around it, which goes through all indices below a length. */
  private Step.@Nullable Loop outermost(Value index, Step.Loop loop, Value length) {
    if (index == loop.index()) {
      return arrays.goesThroughAll(loop, length) ? loop : null;
    }
    return enclosing(arrays.region(loop)) instanceof Step.Loop outer
            && arrays.columnsOf(index, outer) == loop
            && arrays.definition(length) instanceof Step.Apply product
            && product.operation() == Operations.MUL
            && arrays.goesThroughAll(outer, product.operands().get(0))
            && arrays.goesThroughAll(loop, product.operands().get(1))
        ? outer
        : null;
  }

  private @Nullable Step enclosing(@Nullable Region region) {
    return region == null ? null : arrays.owner(region);
  }

  /** Tells whether an access is outside of a loop, or at the index of the iteration. */
  private boolean staysAtIndex(Step access, Value index, Step.Loop loop) {
    return !arrays.isInside(access, loop.body())
        || access instanceof Step.Read read && read.index() == index
        || access instanceof Step.Write write && write.index() == index;
  }
}
