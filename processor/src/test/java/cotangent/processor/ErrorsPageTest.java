package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import cotangent.processor.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/errors.md} has an entry for each code, and its examples are true. */
class ErrorsPageTest {
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (CT\\d+)$(.*?)(?=^## |\\z)");
  private static final Pattern EXAMPLES =
      Pattern.compile("(?s)Wrong:\\s+```java\n(.*?)```\\s+Right:\\s+```java\n(.*?)```");

  private record Example(String code, String wrong, String right) {
    @Override
    public String toString() {
      return code;
    }
  }

  @Test
  void hasAnEntryForEachCode() throws IOException {
    List<String> codes = SECTION.matcher(page()).results().map(match -> match.group(1)).toList();
    assertThat(codes).isEqualTo(Arrays.stream(Problem.values()).map(Problem::code).toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theWrongExampleIsWrong(Example example) {
    List<String> said = say(example.wrong);
    assertThat(said).isNotEmpty().allMatch(text -> text.startsWith("[" + example.code + "]"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRightExampleIsRight(Example example) {
    assertThat(say(example.right)).isEmpty();
  }

  private static List<String> say(String members) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new DifferentiableProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Example",
                    "import static cotangent.Derivative.*;\n"
                        + "import cotangent.Differentiable;\n"
                        + "import java.util.*;\n"
                        + "class Example {\n"
                        + members
                        + "}\n"));
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  private static Stream<Example> examples() throws IOException {
    return SECTION
        .matcher(page())
        .results()
        .flatMap(
            section -> {
              Matcher examples = EXAMPLES.matcher(section.group(2));
              return examples.find()
                  ? Stream.of(new Example(section.group(1), examples.group(1), examples.group(2)))
                  : Stream.empty();
            });
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/errors.md"));
  }
}
