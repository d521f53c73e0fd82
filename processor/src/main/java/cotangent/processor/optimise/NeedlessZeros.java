package cotangent.processor.optimise;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;

/** Makes arrays without clearing them, where all that is in them is written before it is read. */
final class NeedlessZeros extends Rewriter {
  private final LocalArrays arrays;
  private final Places places;

  NeedlessZeros(LocalArrays arrays) {
    this.arrays = arrays;
    this.places = arrays.places();
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
    Region region = places.region(first);
    if (region == places.region(array)) {
      return first instanceof Step.Fill fill && places.is(fill.from(), 0) && fill.to() == length;
    }
    return first instanceof Step.Write write
        && places.owner(region) instanceof Step.Loop loop
        && places.region(loop) == places.region(array)
        && write.index() == loop.index()
        && arrays.goesThroughAll(loop, length)
        && accesses.stream().allMatch(access -> staysAtIndex(access, loop));
  }

  /** Whether an access is outside of a loop, or at the index of the iteration. */
  private boolean staysAtIndex(Step access, Step.Loop loop) {
    return !places.within(places.region(access), loop.body())
        || access instanceof Step.Read read && read.index() == loop.index()
        || access instanceof Step.Write write && write.index() == loop.index();
  }
}
