package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Gives the lecture: follows each link of the site, and steps through what is behind it. */
class SiteTest {
  private static final Path EXAMPLES = Path.of("../examples/src");

  @TempDir static Path directory;
  private static Path site;
  private static Browser browser;

  @BeforeAll
  static void write() throws IOException {
    Path lecture = EXAMPLES.resolve("main/java/cotangent/examples");
    List<Path> sources =
        List.of(lecture.resolve("Lecture.java"), lecture.resolve("TensorLecture.java"));
    site = Sources.compile(directory, sources).pages();
    Files.delete(site.resolve("index.html"));
    Files.copy(EXAMPLES.resolve("site/index.html"), site.resolve("index.html"));
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static List<Object> asked(String script) {
    browser.open(site.resolve("index.html"));
    @SuppressWarnings("unchecked")
    List<Object> answers =
        (List<Object>)
            browser.run("return [...document.querySelectorAll('section')].map(" + script + ")");
    return answers;
  }

  @Test
  void eachFunctionHasAPictureAParagraphAnExerciseAndItsAnswer() {
    assertThat(
            asked("s => s.querySelectorAll('p').length >= 3 && s.innerText.includes('Exercise.')"))
        .hasSize(11)
        .containsOnly(true);
    assertThat(
            asked("s => !!s.querySelector('details') && s.querySelector('img').naturalWidth > 0"))
        .containsOnly(true);
    assertThat(browser.complaints()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachPageRunsForwardAndBackward() {
    return links()
        .map(link -> DynamicTest.dynamicTest(link.replaceAll("#.*", ""), () -> run(link)));
  }

  @TestFactory
  Stream<DynamicTest> eachPageIsPrintedOnOneSlide() {
    return links()
        .map(link -> DynamicTest.dynamicTest(link.replaceAll("#.*", ""), () -> print(link)));
  }

  private static void print(String link) {
    browser.open(link);
    browser.click("all");
    assertThat(browser.sheets()).isEqualTo(1);
  }

  /** How many edges cross in each picture, or run behind a node, as it is at first. */
  private static final Map<String, Integer> CROSSINGS =
      Map.of(
          "Lecture.linearMap", 2,
          "Lecture.quadratic", 8,
          "Lecture.svm", 10,
          "Lecture.network", 3,
          "Lecture.sequence", 1,
          "Lecture.tree", 8);

  @TestFactory
  Stream<DynamicTest> fewEdgesCross() {
    return links()
        .map(
            link ->
                DynamicTest.dynamicTest(link.replaceAll("#.*", ""), () -> countCrossings(link)));
  }

  private static void countCrossings(String link) {
    browser.open(link);
    String crossings = browser.all("#graph svg").get(0).getAttribute("data-crossings");
    String method = link.replaceAll("\\.html.*", "").replaceAll(".*examples\\.", "");
    assertThat(Integer.parseInt(String.valueOf(crossings)))
        .isLessThanOrEqualTo(CROSSINGS.getOrDefault(method, 0));
  }

  @TestFactory
  Stream<DynamicTest> noNameOfABoxIsHidden() {
    return links()
        .map(link -> DynamicTest.dynamicTest(link.replaceAll("#.*", ""), () -> readNames(link)));
  }

  private static void readNames(String link) {
    browser.open(link);
    assertThat((List<?>) browser.run(HIDDEN)).isEmpty();
    browser.run("const box = document.getElementById('unroll'); if (!box.disabled) box.click()");
    assertThat((List<?>) browser.run(HIDDEN)).isEmpty();
  }

  /** The names of boxes that lie on a node or on another text. */
  private static final String HIDDEN =
      """
      const all = (what) => [...document.querySelectorAll(`#graph svg ${what}`)];
      const meet = (one, other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        return a.left + 2 < b.right && b.left + 2 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom;
      };
      const others = [...all(".boxLabel"), ...all(".stub"), ...all(".node")];
      return all(".boxLabel").flatMap((name) =>
        others.filter((other) => other !== name && meet(name, other))
          .map((other) => `${name.textContent} on ${other.textContent}`));
      """;

  private static Stream<String> links() {
    return asked("s => s.querySelector('a').href").stream().map(Object::toString);
  }

  private static void run(String link) {
    browser.open(link);
    assertThat(browser.text("message")).isEmpty();
    browser.run(
        "for (let i = Number(place.max); i > 0; i--) document.getElementById('step').click()");
    assertThat(browser.run("return place.value === place.max")).isEqualTo(true);
    assertThat(browser.text("gradient")).doesNotContain("not yet known");
    assertThat((List<?>) browser.run(DIFFERENT)).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  /** The rows of the gradient in which central differences say something else. */
  static final String DIFFERENT =
      """
      const number = (cell) => Number(cell.textContent.replace("−", "-").replace(", unused", ""));
      return [...document.querySelectorAll("#gradient tr")].slice(1).filter((row) => {
        const [derivative, difference] = [...row.querySelectorAll("td")].map(number);
        return !(Math.abs(derivative - difference) <= 1e-5 * Math.max(1, Math.abs(derivative)));
      }).map((row) => row.textContent);
      """;
}
