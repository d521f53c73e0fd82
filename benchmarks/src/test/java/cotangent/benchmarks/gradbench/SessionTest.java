package cotangent.benchmarks.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to the tool as an eval does, and as no eval should. */
class SessionTest {
  record Point(double x, int n) {}

  private final ObjectMapper json = new ObjectMapper();

  private final Session session =
      new Session(
          Map.of(
              "cube",
              Eval.named("cube")
                  .with("value", Double.class, x -> x * x * x)
                  .with("product", Point.class, p -> p.x * p.n)
                  .with("recursion", Double.class, SessionTest::descend)
                  .with("exception", Double.class, x -> List.of().get(0))
                  .with("slow", Point.class, p -> spin(p.n))));

  @Test
  void followsASession() throws IOException {
    assertThat(answer("{'id':0,'kind':'start','eval':'cube','config':{'a':[1]}}"))
        .isEqualTo(parse("{'id':0,'tool':'cotangent'}"));
    JsonNode defined = answer("{'id':1,'kind':'define','module':'cube'}");
    assertThat(defined.get("success").booleanValue()).isTrue();
    assertThat(defined.at("/timings/0/name").textValue()).isEqualTo("define");
    JsonNode evaluated =
        answer(
            "{'id':2,'kind':'evaluate','module':'cube','function':'value','input':2,"
                + "'description':'two'}");
    assertThat(evaluated.get("id").intValue()).isEqualTo(2);
    assertThat(evaluated.get("output")).isEqualTo(parse("8.0"));
    assertThat(evaluated.has("error")).isFalse();
    assertThat(evaluated.at("/timings/0/name").textValue()).isEqualTo("evaluate");
    assertThat(evaluated.at("/timings/0/nanoseconds").isIntegralNumber()).isTrue();
    assertThat(answer("{'id':3,'kind':'analysis','of':2,'valid':false,'error':'no'}"))
        .isEqualTo(parse("{'id':3}"));
    assertThat(answer("{'id':4,'kind':'something new'}")).isEqualTo(parse("{'id':4}"));
  }

  @Test
  void refusesAnUnknownModule() throws IOException {
    assertFails("{'id':5,'kind':'define','module':'tesseract'}", 5, "unknown module tesseract");
    assertFails(
        "{'id':6,'kind':'evaluate','module':'tesseract','function':'value','input':1}",
        6,
        "unknown module tesseract");
  }

  @Test
  void refusesAnUnknownFunctionAndGoesOn() throws IOException {
    assertFails(
        "{'id':7,'kind':'evaluate','module':'cube','function':'curl','input':1}",
        7,
        "no function curl in module cube");
    assertThat(evaluate("value", "3").get("output")).isEqualTo(parse("27.0"));
  }

  @Test
  void reportsWhateverGoesWrongInAFunction() throws IOException {
    assertFails(
        "{'id':8,'kind':'evaluate','module':'cube','function':'exception','input':1}",
        8,
        "IndexOutOfBounds");
    assertFails(
        "{'id':9,'kind':'evaluate','module':'cube','function':'recursion','input':1}",
        9,
        "StackOverflowError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'two'", "[1, 2]", "{'x':1}", "{'x':1,'n':2.5}", "{'x':null,'n':2}"})
  void refusesAnUnreadableInput(String input) throws IOException {
    JsonNode answer = evaluate("product", input);
    assertThat(answer.get("success").booleanValue()).isFalse();
    assertThat(answer.get("error").textValue()).isNotBlank();
    assertThat(answer.has("output")).isFalse();
  }

  @Test
  void refusesAMissingInput() throws IOException {
    assertFails("{'id':10,'kind':'evaluate','module':'cube','function':'value'}", 10, "no input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e200", "-1e200"})
  void refusesAnOutputThatJsonHasNot(String input) throws IOException {
    JsonNode answer = evaluate("value", input);
    assertThat(answer.get("success").booleanValue()).isFalse();
    assertThat(answer.get("error").textValue()).contains("Infinity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'x':0.5,'n':4}", "{'x':5e-1,'n':4.0}", "{'n':4,'more':[],'x':0.5}"})
  void readsIntegersAndDecimalsAlike(String input) throws IOException {
    assertThat(evaluate("product", input).get("output")).isEqualTo(parse("2.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "{'id':1} {"})
  void answersALineThatIsNoMessage(String line) throws IOException {
    JsonNode answer = answer(line);
    assertThat(answer.get("id").isNull()).isTrue();
    assertThat(answer.get("success").booleanValue()).isFalse();
  }

  @Test
  void runsAsOftenAsAsked() throws IOException {
    JsonNode answer = evaluate("product", "{'x':1,'n':1,'min_runs':17,'min_seconds':0}");
    assertThat(answer.get("timings")).hasSize(17);
    assertThat(evaluate("product", "{'x':1,'n':1}").get("timings")).hasSize(1);
  }

  @Test
  void runsAsLongAsAsked() throws IOException {
    JsonNode answer = evaluate("slow", "{'x':1,'n':5,'min_runs':1,'min_seconds':0.02}");
    long total = 0;
    for (JsonNode timing : answer.get("timings")) {
      total += timing.get("nanoseconds").longValue();
    }
    assertThat(total).isGreaterThanOrEqualTo(20_000_000);
    assertThat(answer.get("timings").size()).isBetween(1, 4);
  }

  private static double descend(double x) {
    return 1 + descend(x + 1);
  }

  private static double spin(int milliseconds) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < milliseconds * 1_000_000L) {
      Thread.onSpinWait();
    }
    return milliseconds;
  }

  private void assertFails(String message, int id, String error) throws IOException {
    JsonNode answer = answer(message);
    assertThat(answer.get("id").intValue()).isEqualTo(id);
    assertThat(answer.get("success").booleanValue()).isFalse();
    assertThat(answer.get("error").textValue()).contains(error);
    assertThat(answer.has("output")).isFalse();
  }

  private JsonNode evaluate(String function, String input) throws IOException {
    return answer(
        "{'id':11,'kind':'evaluate','module':'cube','function':'"
            + function
            + "','input':"
            + input
            + "}");
  }

  private JsonNode answer(String message) throws IOException {
    String answer = session.answer(message.replace('\'', '"'));
    assertThat(answer).doesNotContain("\n");
    return json.readTree(answer);
  }

  private JsonNode parse(String text) throws IOException {
    return json.readTree(text.replace('\'', '"'));
  }
}
