package cotangent.processor.optimise;

import cotangent.processor.optimise.StraightLoop.Access;
import java.util.List;
import java.util.Objects;
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

  /** Gives by how much a loop's index is more than what all count. */
  int shift(StraightLoop loop) {
    return alignsFirst ? loop.first() : loop.end().offset();
  }

  /**
   * Tells whether all that two loops do to the same memory is done in the same order as before.
   *
   * @param same tells which accesses may be to one array
   */
  boolean keepsOrder(StraightLoop earlier, StraightLoop later, BiPredicate<Access, Access> same) {
    for (Access one : earlier.accesses()) {
      for (Access other : later.accesses()) {
        if ((one.writes() || other.writes()) && same.test(one, other)) {
          if (one.offset() == null || other.offset() == null) {
            return false;
          }
          int rounds = one.offset() - other.offset() + shift(earlier) - shift(later);
          if (isAscending ? rounds < 0 : rounds > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Tells whether a loop may run in this direction: its own, or any if no round needs another. */
  boolean allows(StraightLoop loop, BiPredicate<Access, Access> same) {
    for (Access one : loop.accesses()) {
      for (Access other : loop.accesses()) {
        boolean isShared = (one.writes() || other.writes()) && same.test(one, other);
        if (isShared && (one.offset() == null || other.offset() == null)) {
          return false;
        } else if (isShared
            && loop.isAscending() != isAscending
            && !Objects.equals(one.offset(), other.offset())) {
          return false;
        }
      }
    }
    return true;
  }
}
