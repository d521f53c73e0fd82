package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a message. Null components are left out: an answer that succeeds and holds an error, or
 * no output, would end the whole session.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
    JsonNode id,
    @Nullable String tool,
    @Nullable Boolean success,
    @Nullable JsonNode output,
    @Nullable List<Timing> timings,
    @Nullable String error) {

  /** Tells how long one run took. */
  record Timing(String name, long nanoseconds) {}

  static Answer acknowledged(JsonNode id) {
    return new Answer(id, null, null, null, null, null);
  }

  static Answer started(JsonNode id) {
    return new Answer(id, "cotangent", null, null, null, null);
  }

  static Answer defined(JsonNode id, List<Timing> timings) {
    return new Answer(id, null, true, null, timings, null);
  }

  static Answer evaluated(JsonNode id, JsonNode output, List<Timing> timings) {
    return new Answer(id, null, true, output, timings, null);
  }

  static Answer failed(JsonNode id, String error) {
    return new Answer(id, null, false, null, null, error);
  }
}
