package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Step;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes how loops are reversed before any is cut by checkpoints: whether at all, and in which
 * order. Cut loops keep to it, so that sums are rounded as they would be without checkpoints.
 */
final class RoundOrders {
  private final Map<Position, Boolean> free = new HashMap<>();
  private boolean isSettled;

  /** Ends the notes: from now on they are kept to. */
  void settle() {
    isSettled = true;
  }

  /** Whether rounds may be reversed in any order; notes it, or gives what was noted. */
  boolean isFree(Step.Loop loop, boolean found) {
    if (isSettled) {
      return free.getOrDefault(loop.position(), found);
    }
    free.merge(loop.position(), found, Boolean::logicalAnd);
    return found;
  }

  /** Whether a loop has a backward half of its own, and doesn't run at once backward. */
  boolean isReversed(Step.Loop loop) {
    return isSettled && free.containsKey(loop.position());
  }
}
