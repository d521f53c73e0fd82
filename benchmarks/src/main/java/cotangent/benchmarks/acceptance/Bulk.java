package cotangent.benchmarks.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much code was generated, and of how much. All are characters without comments and blanks.
 *
 * @param code of all companions that have an accepted method
 * @param perCompanion of the methods that were read for a companion, the annotated ones and their
 *     helpers, each once; summed over companions
 * @param once of all methods that were read, each once in the library
 */
record Bulk(long code, long perCompanion, long once) {

  /** Measures what the compiler made. */
  static Bulk of(List<Outcome> outcomes) {
    Map<String, Integer> code = new HashMap<>();
    Map<String, Map<String, Integer>> reached = new HashMap<>();
    Map<String, Integer> once = new HashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.isAccepted()) {
        code.put(outcome.companion(), outcome.code());
        reached
            .computeIfAbsent(outcome.companion(), name -> new HashMap<>())
            .putAll(outcome.reached());
        once.putAll(outcome.reached());
      }
    }
    return new Bulk(sum(code), reached.values().stream().mapToLong(Bulk::sum).sum(), sum(once));
  }

  private static long sum(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToLong(Integer::longValue).sum();
  }

  @Override
  public String toString() {
    return "generated code %,d characters, %.1f times the source that each companion was made from, %.1f times all source that was reached"
        .formatted(code, 1.0 * code / Math.max(1, perCompanion), 1.0 * code / Math.max(1, once));
  }
}
