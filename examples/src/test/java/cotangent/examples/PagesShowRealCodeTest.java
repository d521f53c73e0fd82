package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the pages to their word: each method or file that one shows stands where it says, byte for
 * byte. {@code -Dgolden.update=true} brings the pages up to date instead.
 */
class PagesShowRealCodeTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(<!-- (\\w+) in (\\S+) -->\n```(?:java|kotlin)\n)(.*?)(```\n)", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/tutorial.md", "docs/cookbook.md", "docs/data-sets.md"})
  void theCodeShownIsTheRealCode(String name) throws IOException {
    Path file = PROJECT.resolve(name);
    String page = Files.readString(file);
    assertThat(SHOWN.matcher(page).find()).as("shows code").isTrue();
    String expected =
        SHOWN.matcher(page).replaceAll(shown -> Matcher.quoteReplacement(withRealCode(shown)));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, expected);
    } else {
      assertThat(page).isEqualTo(expected);
    }
  }

  @Test
  void thePictureOfTheReadmeIsTheOneThatTheBuildDraws() throws IOException {
    Path shown = PROJECT.resolve("docs/valley.svg");
    Path drawn = Path.of("target/pages/cotangent.examples.Rosenbrock.valley.svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.copy(drawn, shown, StandardCopyOption.REPLACE_EXISTING);
    } else {
      assertThat(shown).hasSameTextualContentAs(drawn);
    }
  }

  private static String withRealCode(MatchResult shown) {
    String name = shown.group(2);
    String source = read(PROJECT.resolve(shown.group(3)));
    return shown.group(1)
        + (name.equals("all") ? type(source) : method(name, source))
        + shown.group(5);
  }

  /** Cuts off package, imports and what tells of the class: the page has said that already. */
  private static String type(String source) {
    return source.substring(source.indexOf("\npublic final class ") + 1);
  }

  /**
   * Cuts a method out of a file, from its first annotation or modifier to its last brace, or a
   * function of Kotlin.
   */
  private static String method(String name, String source) {
    Pattern method =
        Pattern.compile(
            ("^  (@.*\n  )*(public )?static \\S+ %1$s\\(.*?^  }\n|^fun %1$s\\(.*?^}\n")
                .formatted(name),
            Pattern.DOTALL | Pattern.MULTILINE);
    Matcher found = method.matcher(source);
    assertThat(found.find()).as(name).isTrue();
    return found.group();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
