package cotangent.processor.derive.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much whole numbers are certainly apart: what is known of pairs of them, and what follows
 * from it.
 */
final class Inequalities {
  /** The number 0, to compare with constants. */
  static final Object ZERO = "0";

  private final List<Distance> known = new ArrayList<>();

  private record Distance(Object large, Object small, long least) {}

  /** Notes that a number is greater than another one by this at least. */
  void add(Object large, Object small, long least) {
    known.add(new Distance(large, small, least));
  }

  /** Whether a number is certainly greater than another one by this at least. */
  boolean follows(Object large, Object small, long least) {
    Map<Object, Long> above = new HashMap<>();
    above.put(small, 0L);
    for (int round = 0; round <= known.size(); round++) {
      if (reaches(above, large, least)) {
        return true;
      } else if (!spread(above)) {
        return false;
      }
    }
    return true; // what contradicts itself is never run
  }

  private static boolean reaches(Map<Object, Long> above, Object number, long least) {
    Long found = above.get(number);
    return found != null && found >= least;
  }

  private boolean spread(Map<Object, Long> above) {
    boolean isNew = false;
    for (Distance each : known) {
      Long small = above.get(each.small);
      if (small != null && !reaches(above, each.large, small + each.least)) {
        above.put(each.large, small + each.least);
        isNew = true;
      }
    }
    return isNew;
  }
}
