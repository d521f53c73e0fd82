package cotangent.processor.emit.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
  private static final String LONG = "a".repeat(60);

  @ParameterizedTest
  @ValueSource(strings = {"\"m, n\"", "\"\\\", n\"", "\"a \\\\\"", "' '", "'\"'"})
  void textInQuotesStaysOnOneLine(String quoted) {
    String call = "take(" + String.join(", ", LONG, quoted, LONG, quoted, LONG, quoted) + ");";
    List<String> lines = Wrapping.wrap(call, 0);
    assertThat(lines)
        .containsExactly(
            "take(" + LONG + ", " + quoted + ",",
            "    " + LONG + ", " + quoted + ",",
            "    " + LONG + ", " + quoted + ");");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"m, n\"", "\"a \\\\\""})
  void linesMayBeginWithQuotes(String quoted) {
    String wide = "a".repeat(88);
    assertThat(Wrapping.wrap("take(" + String.join(", ", wide, quoted, wide) + ");", 0))
        .containsExactly("take(" + wide + ",", "    " + quoted + ",", "    " + wide + ");");
  }

  @Test
  void anApostropheAloneBeginsNothing() {
    assertThat(Wrapping.wrap("it's " + LONG + ", " + LONG + ";", 0))
        .containsExactly("it's " + LONG + ",", "    " + LONG + ";");
  }
}
