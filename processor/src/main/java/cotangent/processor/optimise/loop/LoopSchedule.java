package cotangent.processor.optimise.loop;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which rounds of several loops run together: all loops go in one direction, and begin together at
 * their lowest index, or end together at their highest. Within a round they keep their order.
 */
record LoopSchedule(boolean isAscending, boolean alignsFirst) {
  static final List<LoopSchedule> ALL =
      List.of(
          new LoopSchedule(true, true),
          new LoopSchedule(true, false),
          new LoopSchedule(false, true),
          new LoopSchedule(false, false));

  /** Returns how far a loop's index is ahead of the common one. */
  int shift(StraightLoop loop) {
    return alignsFirst ? loop.first() : loop.end().offset();
  }

  /**
   * Whether all that two loops do to the same memory is done in the same order as before.
   *
   * @param same tells which accesses may be to one array
   */
  boolean keepsOrder(
      StraightLoop earlier, StraightLoop later, BiPredicate<LoopAccess, LoopAccess> same) {
    int shift = shift(earlier) - shift(later);
    return LoopAccess.allApart(
        earlier.accesses(),
        later.accesses(),
        same,
        distance -> isAscending ? distance + shift >= 0 : distance + shift <= 0);
  }

  /** Whether a loop may run in this direction: its own, or any if no round needs another. */
  boolean allows(StraightLoop loop, BiPredicate<LoopAccess, LoopAccess> same) {
    boolean isOwn = loop.isAscending() == isAscending;
    return LoopAccess.allApart(
        loop.accesses(), loop.accesses(), same, distance -> isOwn || distance == 0);
  }
}
