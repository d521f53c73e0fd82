package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes runs of a function, on inputs that are read from JSON before the clock starts. */
record EvalFunction<I>(Class<I> inputType, Function<I, Supplier<Object>> body) {

  /** Returns what is to be run and timed on {@code input}. */
  Supplier<Object> prepare(JsonNode input, ObjectMapper json) throws JsonProcessingException {
    return body.apply(json.treeToValue(input, inputType));
  }
}
