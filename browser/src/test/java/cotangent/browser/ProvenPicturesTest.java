package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import cotangent.processor.corpus.DrawnArguments;
import cotangent.processor.corpus.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every method of the corpus that a page can run, in the browser and in Java. As Java computes
 * the functions of {@code Math} for the browser here, and {@link NumbersTest} compares those on
 * their own, all that is left is arithmetic: values are the same to the bit. Derivatives may be
 * summed in another order; they differ by the rounding of their terms.
 */
class ProvenPicturesTest {
  private static final Path CORPUS = Path.of("../processor/src/test/resources/corpus");

  @TempDir Path directory;

  private final TreeMap<String, Integer> leftOut = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int methods;
  private int runs;
  private int sameToTheBit;

  @Test
  void pagesComputeWhatJavaDoes() throws Exception {
    prove(Sources.compile(directory, Sources.in(CORPUS, ".java")));
  }

  void prove(Sources sources) throws Exception {
    List<Path> pages = new ArrayList<>(Sources.in(sources.pages(), ".json"));
    pages.remove(sources.pages().resolve("graph.json"));
    try (Scripts scripts = new Scripts(sources.classes());
        Browser browser = new Browser()) {
      browser.open(scripts.address());
      browser.run("askJava()");
      for (Path page : pages) {
        compare(Files.readString(page), sources.classes(), browser);
      }
    }
    System.out.printf(
        "%d of %d methods of the corpus run in a page as in Java: %d runs, of which %d have all"
            + " derivatives to the bit; left out: %s%n",
        methods, pages.size(), runs, sameToTheBit, leftOut);
    assertThat(wrong).isEmpty();
    assertThat(methods).isGreaterThan(950);
  }

  private void compare(String page, ClassLoader classes, Browser browser) throws Exception {
    JsonObject data = JsonParser.object().from(page);
    String obstacle = Twin.obstacle(data, classes);
    if (!obstacle.isEmpty()) {
      leftOut.merge(obstacle, 1, Integer::sum);
      return;
    }
    Twin twin = Twin.of(data, classes);
    List<Object[]> all = arguments(twin);
    JsonArray inputs = new JsonArray();
    all.forEach(arguments -> inputs.add(twin.inputs(arguments)));
    List<?> answers =
        (List<?>) browser.run("return proveAll(...arguments)", page, JsonWriter.string(inputs));
    String limit = "";
    for (int i = 0; i < all.size(); i++) {
      Answer answer = new Answer((Map<?, ?>) answers.get(i));
      limit = limit.isEmpty() ? answer.limit() : limit;
      if (answer.limit().isEmpty()) {
        note(
            name(data) + " " + JsonWriter.string(inputs.get(i)),
            answer.difference(twin.outcome(all.get(i))));
      }
    }
    if (limit.isEmpty()) {
      methods++;
    } else {
      leftOut.merge(limit, 1, Integer::sum);
    }
  }

  private static String name(JsonObject data) {
    return data.getString("class").replace("corpus.", "") + "." + data.getString("method");
  }

  private void note(String run, String difference) {
    runs++;
    if (difference.isEmpty()) {
      sameToTheBit++;
    } else if (!difference.equals(Answer.ROUNDED)) {
      wrong.add(run + ": " + difference);
    }
  }

  private static List<Object[]> arguments(Twin twin) {
    Inputs[] inputs = twin.original().getAnnotationsByType(Inputs.class);
    List<Object[]> all = new ArrayList<>();
    for (Inputs each : inputs) {
      all.add(DrawnArguments.of(twin.original(), each.value(), 0));
    }
    if (inputs.length == 0) {
      all.add(DrawnArguments.of(twin.original(), "", 0));
    }
    return all;
  }
}
