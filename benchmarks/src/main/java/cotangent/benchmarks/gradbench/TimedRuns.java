package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Repeats a function, and keeps the last output and the time of each run. */
record TimedRuns(Object output, List<Answer.Timing> timings) {
  private static final double NANOSECONDS = 1e9;

  /** Runs at least as often, and at least as long, as the input asks; once if it does not ask. */
  static TimedRuns of(Supplier<Object> function, JsonNode input) {
    return repeat(function, input.path("min_runs").asInt(1), input.path("min_seconds").asDouble(0));
  }

  private static TimedRuns repeat(Supplier<Object> function, int minRuns, double minSeconds) {
    List<Answer.Timing> timings = new ArrayList<>();
    long total = 0;
    Object output;
    do {
      long start = System.nanoTime();
      output = function.get();
      long nanoseconds = System.nanoTime() - start;
      timings.add(new Answer.Timing("evaluate", nanoseconds));
      total += nanoseconds;
    } while (timings.size() < minRuns || total < minSeconds * NANOSECONDS);
    return new TimedRuns(output, timings);
  }
}
