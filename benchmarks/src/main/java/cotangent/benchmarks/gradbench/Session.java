package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the messages of an eval; whatever goes wrong is an answer too, and never an exception.
 */
final class Session {
  private final ObjectMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new SimpleModule().addDeserializer(int.class, new WholeNumber()))
          .build();

  private final Map<String, Eval> evals;

  Session(Map<String, Eval> evals) {
    this.evals = evals;
  }

  /** Answers one message, a line of JSON, by another. */
  String answer(String line) {
    try {
      return json.writeValueAsString(answer(read(line)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // answers can always be written
    }
  }

  private JsonNode read(String line) {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private Answer answer(JsonNode message) {
    if (!message.isObject()) {
      return Answer.failed(NullNode.instance, "the message is no JSON object");
    }
    JsonNode id = message.path("id").isMissingNode() ? NullNode.instance : message.get("id");
    try {
      return switch (message.path("kind").asText()) {
        case "start" -> Answer.started(id);
        case "define" -> define(id, message);
        case "evaluate" -> evaluate(id, message);
        default -> Answer.acknowledged(id);
      };
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return Answer.failed(id, describe(e));
    }
  }

  private Answer define(JsonNode id, JsonNode message) {
    long start = System.nanoTime();
    String module = message.path("module").asText();
    if (!evals.containsKey(module)) {
      return Answer.failed(id, "unknown module " + module);
    }
    long nanoseconds = System.nanoTime() - start;
    return Answer.defined(id, List.of(new Answer.Timing("define", nanoseconds)));
  }

  private Answer evaluate(JsonNode id, JsonNode message) throws JsonProcessingException {
    String module = message.path("module").asText();
    String name = message.path("function").asText();
    Eval eval = evals.get(module);
    if (eval == null) {
      return Answer.failed(id, "unknown module " + module);
    }
    EvalFunction<?> function = eval.function(name);
    if (function == null) {
      return Answer.failed(id, "no function " + name + " in module " + module);
    }
    JsonNode input = message.path("input");
    if (input.isMissingNode()) {
      return Answer.failed(id, "no input");
    }
    Supplier<Object> run = function.prepare(input, json);
    TimedRuns runs = TimedRuns.of(run, input);
    JsonNode output = json.valueToTree(runs.output());
    String nonFinite = firstNonFinite(output);
    if (nonFinite != null) {
      return Answer.failed(id, "the output holds " + nonFinite + ", which JSON has not");
    }
    return Answer.evaluated(id, output, runs.timings());
  }

  private static @Nullable String firstNonFinite(JsonNode output) {
    if (output.isDouble() && !Double.isFinite(output.doubleValue())) {
      return output.asText();
    }
    for (JsonNode element : output) {
      String nonFinite = firstNonFinite(element);
      if (nonFinite != null) {
        return nonFinite;
      }
    }
    return null;
  }

  private static String describe(Throwable problem) {
    return problem instanceof JsonProcessingException unreadable
        ? "unreadable input: " + unreadable.getOriginalMessage()
        : problem.toString();
  }
}
