package cotangent.benchmarks.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotangent.benchmarks.Agreement;
import cotangent.benchmarks.Golden;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the tool for every golden output. */
class GoldenTest {
  private final ObjectMapper json = new ObjectMapper();
  private final Session session = new Session(Evals.all());

  static Stream<Golden> records() {
    return Stream.of(
            "hello.jsonl",
            "llsq.jsonl",
            "lse.jsonl",
            "det.jsonl",
            "kmeans.jsonl",
            "ode.jsonl",
            "gmm.jsonl",
            "lstm.jsonl",
            "ba.jsonl",
            "ht.jsonl",
            "ht_full.jsonl.gz",
            "particle.jsonl",
            "saddle.jsonl")
        .flatMap(file -> Golden.read(file).stream());
  }

  @ParameterizedTest
  @MethodSource("records")
  void answers(Golden golden) throws IOException {
    JsonNode answer = evaluate(golden);
    assertThat(answer.get("success").booleanValue()).as("%s", answer.get("error")).isTrue();
    assertThat(answer.get("timings")).hasSize(1);
    Agreement.assertAgrees(answer.get("output"), golden.output());
  }

  @ParameterizedTest
  @MethodSource("records")
  void answersTwiceTheSame(Golden golden) throws IOException {
    assertThat(evaluate(golden).get("output")).isEqualTo(evaluate(golden).get("output"));
  }

  private JsonNode evaluate(Golden golden) throws IOException {
    ObjectNode message = json.createObjectNode();
    message.put("id", 7);
    message.put("kind", "evaluate");
    message.put("module", golden.module());
    message.put("function", golden.function());
    message.set("input", golden.input());
    message.put("description", golden.description());
    JsonNode answer = json.readTree(session.answer(json.writeValueAsString(message)));
    assertThat(answer.get("id").intValue()).isEqualTo(7);
    return answer;
  }
}
