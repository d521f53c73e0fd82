package cotangent.processor.optimise.array;

import cotangent.processor.graph.Step;
import cotangent.processor.optimise.rewrite.Memory;
import cotangent.processor.optimise.rewrite.Rewriter;

/**
 * Removes a write to an element that is written again before anything could have read it, or thrown
 * an exception in place of its own.
 */
final class OverwrittenStores extends Rewriter {
  private static final int LONGEST_GAP = 100;

  private final Memory memory;

  OverwrittenStores(Memory memory) {
    this.memory = memory;
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Write write) {
      dropOverwritten(write);
    }
    add(inside(step));
  }

  private void dropOverwritten(Step.Write write) {
    boolean mayThrow = false;
    int end = Math.max(0, made().size() - LONGEST_GAP);
    for (int i = made().size() - 1; i >= end; i--) {
      Step before = made().get(i);
      if (before instanceof Step.Write earlier
          && earlier.array() == write.array()
          && earlier.index() == write.index()) {
        if (isMade(earlier) || !mayThrow) {
          made().remove(i);
        }
        return;
      } else if (!isPure(before) && !isPassable(before, write)) {
        return;
      }
      mayThrow |= !isPure(before) && !isMade(before);
    }
  }

  /**
   * Whether it goes unnoticed if a write comes after a step instead of before it: not if the step
   * throws.
   */
  private boolean isPassable(Step step, Step.Write write) {
    boolean endsUnseen = isMade(step) || !memory.isOutside(memory.location(write.array()));
    return endsUnseen && isElsewhere(step, write);
  }

  private boolean isElsewhere(Step step, Step.Write write) {
    if (step instanceof Step.Read read) {
      return !memory.location(read.array()).equals(memory.location(write.array()));
    }
    return step instanceof Step.Write other
        && !memory.location(other.array()).equals(memory.location(write.array()));
  }
}
