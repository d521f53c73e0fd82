package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import cotangent.processor.report.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles every file in {@code rejections}. What is to be said stands on the line of which it is
 * said, {@code // error: [CT012] part of the text}; where it matters, the expression at which the
 * caret has to be follows: {@code @ a + b}. Messages of javac come without a code. Nothing else may
 * be said.
 */
class RejectionsTest {
  private static final Pattern EXPECTATION =
      Pattern.compile("// (error|warning): (.*?)(?: @ (.*?))?(?=$| // )");
  private static final Pattern CODE = Pattern.compile("\\[(CT\\d+)]");

  /** Tested elsewhere: they aren't about the source, or about very much of it. */
  private static final Set<Problem> WITHOUT_SOURCE =
      EnumSet.of(
          Problem.INTERNAL,
          Problem.NO_TREES,
          Problem.UNKNOWN_OPTION,
          Problem.NOT_WRITTEN,
          Problem.UNPROVED,
          Problem.LOMBOK_LATER,
          Problem.HELD_CONSTANT,
          Problem.TOO_LONG);

  private record Message(String kind, long line, String text, String expression) {
    boolean isMetBy(Message said) {
      return kind.equals(said.kind)
          && line == said.line
          && said.text.contains(text)
          && (expression.isEmpty() || expression.equals(said.expression));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysWhatIsExpectedAndNoMore(Path file) throws IOException {
    String source = Files.readString(file);
    List<Message> expected = expectations(source);
    List<Message> unexpected = new ArrayList<>();
    for (Message message : compile(file, source)) {
      Message met = expected.stream().filter(e -> e.isMetBy(message)).findFirst().orElse(null);
      if (met == null) {
        unexpected.add(message);
      } else {
        expected.remove(met);
      }
    }
    assertThat(unexpected).as("said, but not expected").isEmpty();
    assertThat(expected).as("expected, but not said").isEmpty();
  }

  @Test
  void everyProblemIsTested() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (Path file : files().toList()) {
      Matcher matcher = CODE.matcher(Files.readString(file));
      while (matcher.find()) {
        seen.add(matcher.group(1));
      }
    }
    assertThat(seen)
        .isEqualTo(
            EnumSet.complementOf(EnumSet.copyOf(WITHOUT_SOURCE)).stream()
                .map(Problem::code)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Message> expectations(String source) {
    List<Message> expected = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(lines.get(i));
      while (matcher.find()) {
        String expression = Objects.requireNonNullElse(matcher.group(3), "");
        expected.add(new Message(matcher.group(1), i + 1, matcher.group(2), expression));
      }
    }
    return expected;
  }

  private static List<Message> compile(Path file, String source) {
    String name = file.getFileName().toString().replace(".java", "");
    JavaFileObject input = JavaFileObjects.forSourceString("rejections." + name, source);
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all,-processing")
            .withProcessors(new DifferentiableProcessor())
            .compile(input);
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(diagnostic -> message(diagnostic, source))
        .toList();
  }

  private static Message message(Diagnostic<? extends JavaFileObject> diagnostic, String source) {
    String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
    boolean hasPlace = diagnostic.getEndPosition() != Diagnostic.NOPOS;
    String expression =
        hasPlace
            ? source.substring(
                (int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition())
            : "";
    String text = diagnostic.getMessage(Locale.ROOT);
    return new Message(kind, diagnostic.getLineNumber(), text, expression);
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.sorted().toList().stream();
    }
  }

  private static Path directory() {
    try {
      return Path.of(
          Objects.requireNonNull(RejectionsTest.class.getResource("/rejections")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
