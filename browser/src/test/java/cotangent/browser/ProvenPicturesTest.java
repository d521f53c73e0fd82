package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every method of the corpus that a page can run, in the browser and in Java, and compares the
 * values bit for bit and the derivatives to rounding.
 */
class ProvenPicturesTest {
  private static final Path TESTS = Path.of("../processor/src/test");
  private static final List<String> SCRIPTS =
      List.of("numbers", "memory", "run", "derive", "words", "player");

  /** Defines what a page computes, without the page: all results, and all derivatives by inputs. */
  private static final String PROVE =
      """
      window.prove = (data, values) => {
        const player = new Player(JSON.parse(data), JSON.parse(values));
        if (player.run.error) {
          return {error: player.run.error.name};
        }
        const flat = (x) => Array.isArray(x) ? x.flatMap(flat) : x === undefined ? [] : [String(x)];
        const inputs = player.nodes.filter((node) => node.kind === "input" && node.isActive);
        const kinds = new Set(player.nodes.map((node) => node.kind));
        return {
          value: player.roots.map((root) => String(root.value)),
          gradient: inputs.map((node) => String(player.back.cotangents.get(node.id)?.value ?? 0)),
          kinds: [...kinds],
        };
      };
      """;

  @TempDir Path directory;

  @Test
  void pagesComputeWhatJavaDoes() throws Exception {
    List<Path> files = new ArrayList<>(Sources.in(TESTS.resolve("resources/corpus"), ".java"));
    files.add(TESTS.resolve("java/cotangent/processor/corpus/Inputs.java"));
    files.add(TESTS.resolve("java/cotangent/processor/corpus/RowReader.java"));
    files.add(TESTS.resolve("java/elsewhere/Point.java"));
    Sources sources = Sources.compile(directory, files);
    TreeSet<String> wrong = new TreeSet<>();
    int compared = 0;
    try (Browser browser = new Browser()) {
      Path blank = Files.writeString(directory.resolve("blank.html"), harness());
      browser.open(blank);
      for (Path page : Sources.in(sources.pages(), ".json")) {
        String text = Files.readString(page);
        JsonObject data = JsonParser.object().from(text);
        Twin twin = Twin.of(data, sources.classes());
        if (twin == null) {
          continue;
        }
        for (int seed = 0; seed < 2; seed++) {
          String difference = twin.difference(browser, text, seed);
          if (!difference.isEmpty()) {
            wrong.add(page.getFileName() + ", seed " + seed + ": " + difference);
          }
        }
        compared++;
      }
    }
    System.out.println(compared + " methods of the corpus run in the page as in Java");
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(300);
  }

  private static String harness() throws IOException {
    StringBuilder script = new StringBuilder();
    for (String name : SCRIPTS) {
      try (InputStream in =
          ProvenPicturesTest.class.getResourceAsStream(
              "/cotangent/processor/page/" + name + ".js")) {
        String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        script.append(text.replaceAll("(?m)^import [^;]*;\\R", "").replaceAll("(?m)^export ", ""));
      }
    }
    return "<meta charset=utf-8><script type=module>" + script + PROVE + "</script>";
  }
}
