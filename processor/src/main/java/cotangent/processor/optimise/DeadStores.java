package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;

/**
 * Leaves out writes to an array that nobody reads before the array is forgotten, such as the last
 * clearing of a cotangent that the backward half is done with.
 */
final class DeadStores extends Rewriter {
  private final LocalArrays arrays;

  DeadStores(Graph graph) {
    arrays = new LocalArrays(graph);
  }

  @Override
  void rewrite(Step step) {
    if (!(isMade(step) && isDead(step))) {
      add(inside(step));
    }
  }

  private boolean isDead(Step step) {
    if (step instanceof Step.Write write) {
      return arrays.contains(write.array())
          && arrays.accesses(write.array()).stream()
              .noneMatch(access -> maySee(access, write.array(), write));
    }
    return step instanceof Step.Fill fill
        && arrays.contains(fill.array())
        && arrays.accesses(fill.array()).stream()
            .noneMatch(access -> maySee(access, fill.array(), fill));
  }

  private boolean maySee(Step access, Value array, Step write) {
    boolean reads =
        access instanceof Step.Read || access instanceof Step.Copy copy && copy.source() == array;
    if (!reads || !arrays.isBefore(access, write)) {
      return reads;
    }
    Region home = arrays.home(array);
    List<Region> common =
        arrays.loops(write, home).stream().filter(loop -> arrays.isInside(access, loop)).toList();
    if (common.isEmpty()) {
      return false;
    }
    return !(common.size() == 1
        && arrays.owner(common.get(0)) instanceof Step.Loop loop
        && access instanceof Step.Read earlier
        && write instanceof Step.Write later
        && earlier.index() == later.index()
        && arrays.countsIterations(later.index(), loop));
  }
}
