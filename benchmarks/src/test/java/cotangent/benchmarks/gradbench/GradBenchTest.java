package cotangent.benchmarks.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Talks to the tool line by line, as over a pipe. */
class GradBenchTest {
  @Test
  void answersEachLineByALine() throws IOException {
    String messages =
        """
        {"id":0,"kind":"start","eval":"hello"}
        {"id":1,"kind":"define","module":"hello"}

        {"id":2,"kind":"evaluate","module":"hello","function":"double","input":8}
        nonsense
        {"id":3,"kind":"analysis","of":2,"valid":true}\
        """;
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    GradBench.serve(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)), answers);
    assertThat(answers.toString(StandardCharsets.UTF_8).split("\n"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("{\"id\":0,\"tool\":\"cotangent\"}"),
            line -> assertThat(line).startsWith("{\"id\":1,\"success\":true,"),
            line -> assertThat(line).startsWith("{\"id\":2,\"success\":true,\"output\":16.0,"),
            line -> assertThat(line).startsWith("{\"id\":null,\"success\":false,\"error\":"),
            line -> assertThat(line).isEqualTo("{\"id\":3}"));
  }
}
