package cotangent.processor.optimise.array;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes writes to an array that are not read before the array is forgotten, such as the last
 * clearing of a cotangent that the backward half has finished with.
 */
final class DeadStores extends Rewriter {
  private final LocalArrays arrays;
  private final Places places;

  DeadStores(LocalArrays arrays) {
    this.arrays = arrays;
    this.places = arrays.places();
  }

  @Override
  protected void rewrite(Step step) {
    Value written = isMade(step) ? written(step) : null;
    if (written == null || !arrays.contains(written) || maySee(written, step)) {
      add(inside(step));
    }
  }

  private static @Nullable Value written(Step step) {
    if (step instanceof Step.Write write) {
      return write.array();
    }
    return step instanceof Step.Fill fill ? fill.array() : null;
  }

  /** Whether any access to an array may see what a step writes to it. */
  private boolean maySee(Value array, Step write) {
    List<Step> accesses = arrays.accesses(array);
    List<Region> loops = arrays.loops(write, places.region(array));
    for (int i = accesses.size() - 1; i >= 0; i--) {
      Step access = accesses.get(i);
      if (LocalArrays.reads(access, array)) {
        if (!places.isBefore(access, write) || comesAgain(access, write, loops)) {
          return true;
        } else if (loops.isEmpty()) {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether a read that comes before a write may see it in a later iteration. */
  private boolean comesAgain(Step access, Step write, List<Region> loops) {
    List<Region> common =
        loops.stream().filter(loop -> places.within(places.region(access), loop)).toList();
    return !common.isEmpty()
        && !(access instanceof Step.Read earlier
            && write instanceof Step.Write later
            && earlier.index() == later.index()
            && isAnotherEachTime(later.index(), common));
  }

  /** Whether an index is another one in each round of one or two loops. */
  private boolean isAnotherEachTime(Value index, List<Region> loops) {
    if (!(places.owner(loops.get(loops.size() - 1)) instanceof Step.Loop outer)) {
      return false;
    } else if (loops.size() == 1) {
      return arrays.countsIterations(index, outer);
    }
    Step.Loop inner = arrays.columnsOf(index, outer);
    return loops.size() == 2 && inner != null && inner.body() == loops.get(0);
  }
}
