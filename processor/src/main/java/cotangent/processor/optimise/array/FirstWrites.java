package cotangent.processor.optimise.array;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.LocalArrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the steps that write all elements of an array before any is read. */
final class FirstWrites {
  private final LocalArrays arrays;

  FirstWrites(LocalArrays arrays) {
    this.arrays = arrays;
  }

  /**
   * Returns the step that fills an array, where it stands beside the one that makes it; null where
   * there is none.
   */
  @Nullable Step of(Step.NewArray made) {
    Value array = made.result();
    Value length = made.lengths().get(0);
    List<Step> accesses = arrays.accesses(array);
    if (!arrays.contains(array) || accesses.isEmpty()) {
      return null;
    }
    Step first = accesses.get(0);
    if (arrays.places().region(first) == arrays.places().region(array)) {
      return first instanceof Step.Fill fill
              && arrays.places().is(fill.from(), 0)
              && fill.to() == length
          ? fill
          : null;
    }
    return first instanceof Step.Write write && enclosing(first) instanceof Step.Loop loop
        ? of(write, loop, array, length)
        : null;
  }

  private Step.@Nullable Loop of(Step.Write write, Step.Loop loop, Value array, Value length) {
    Step.Loop outer = outermost(write.index(), loop, length);
    return outer != null
            && arrays.places().region(outer) == arrays.places().region(array)
            && arrays.accesses(array).stream()
                .allMatch(access -> staysAtIndex(access, write.index(), outer))
        ? outer
        : null;
  }

  /**
   * Returns the loop that goes through all indices below a length: this one, or the one around it.
   */
  private Step.@Nullable Loop outermost(Value index, Step.Loop loop, Value length) {
    if (index == loop.index()) {
      return arrays.goesThroughAll(loop, length) ? loop : null;
    }
    return enclosing(loop) instanceof Step.Loop outer
            && arrays.columnsOf(index, outer) == loop
            && arrays.places().definition(length) instanceof Step.Apply product
            && product.operation() == Operations.MUL
            && arrays.goesThroughAll(outer, product.operands().get(0))
            && arrays.goesThroughAll(loop, product.operands().get(1))
        ? outer
        : null;
  }

  private @Nullable Step enclosing(Step step) {
    Region region = arrays.places().region(step);
    return region == null ? null : arrays.places().owner(region);
  }

  /** Whether an access is outside a loop, or at the index of the iteration. */
  private boolean staysAtIndex(Step access, Value index, Step.Loop loop) {
    return !arrays.places().within(arrays.places().region(access), loop.body())
        || access instanceof Step.Read read && read.index() == index
        || access instanceof Step.Write write && write.index() == index;
  }
}
