package cotangent.processor.optimise.loop;

import cotangent.processor.op.Linear;
import java.util.List;

/**
 * The rounds of loops that run as one: those that all loops have, and the one that only the longest
 * have. All are counted by one index.
 *
 * @param first the lowest index of the rounds that all have
 * @param end that after the highest
 * @param odd the round that only some loops have, where there is one
 */
record RoundRange(LoopSchedule schedule, Linear first, Linear end, Linear odd, int origin) {

  static RoundRange of(LoopSchedule schedule, List<StraightLoop> loops) {
    int most = loops.stream().mapToInt(StraightLoop::extra).max().orElseThrow();
    int least = loops.stream().mapToInt(StraightLoop::extra).min().orElseThrow();
    Linear length = new Linear(loops.get(0).end().symbol(), 0);
    if (schedule.alignsFirst()) {
      int origin = loops.stream().mapToInt(StraightLoop::first).min().orElseThrow();
      Linear end = length.plus(origin + least);
      return new RoundRange(schedule, new Linear(null, origin), end, end, origin);
    }
    int origin = loops.stream().mapToInt(loop -> loop.end().offset()).max().orElseThrow();
    return new RoundRange(
        schedule,
        new Linear(null, origin - least),
        length.plus(origin),
        new Linear(null, origin - most),
        origin);
  }

  boolean isAscending() {
    return schedule.isAscending();
  }

  /** Returns by how much a loop's index is more than the common one. */
  int shift(StraightLoop loop) {
    return schedule.shift(loop) - origin;
  }

  /** Returns by how much the index of a round is more than that of the round before. */
  int stride() {
    return isAscending() ? 1 : -1;
  }

  /** Returns the index of the first round to run. */
  Linear start() {
    return isAscending() ? first : end.plus(-1);
  }

  /** Returns the index that would follow that of the last round. */
  Linear exit() {
    return isAscending() ? end : first.plus(-1);
  }

  /** Whether the round that only some loops have is run before all others. */
  boolean beginsOdd() {
    return isAscending() != schedule.alignsFirst();
  }
}
