package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the README to its word: each method that it shows stands in the file that it names, byte
 * for byte. {@code -Dgolden.update=true} brings the README up to date instead.
 */
class ReadmeTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern SHOWN =
      Pattern.compile("(<!-- (\\w+) in (\\S+) -->\n```java\n)(.*?)(```\n)", Pattern.DOTALL);

  @Test
  void theMethodsShownAreTheRealOnes() throws IOException {
    Path file = PROJECT.resolve("README.md");
    String readme = Files.readString(file);
    String expected =
        SHOWN
            .matcher(readme)
            .replaceAll(
                shown ->
                    Matcher.quoteReplacement(
                        shown.group(1) + method(shown.group(2), shown.group(3)) + shown.group(5)));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, expected);
    } else {
      assertThat(readme).isEqualTo(expected);
    }
    assertThat(SHOWN.matcher(expected).results().map(shown -> shown.group(2)))
        .containsExactly("valley", "valleyGradAddTo");
  }

  /** Cuts a method out of a file, from its first annotation or modifier to its last brace. */
  private static String method(String name, String file) {
    Pattern method =
        Pattern.compile(
            "^  (@.*\n  )*(public )?static \\w+ " + name + "\\(.*?^  }\n",
            Pattern.DOTALL | Pattern.MULTILINE);
    Matcher found = method.matcher(read(PROJECT.resolve(file)));
    assertThat(found.find()).as("%s in %s", name, file).isTrue();
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
