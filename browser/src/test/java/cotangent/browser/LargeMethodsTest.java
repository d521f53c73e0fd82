package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens the pages of long methods as the engineers do who wrote them. */
class LargeMethodsTest {
  private static final Path OBJECTIVES =
      Path.of("../benchmarks/src/main/java/cotangent/benchmarks/objectives");

  /** Of processor time: what a page takes does not depend on what else a machine does. */
  private static final double MOST_SECONDS = 2;

  @RegisterExtension
  static final Showing SHOWING =
      Showing.ofShownAnd(
          OBJECTIVES.resolve("HandTracking.java"),
          OBJECTIVES.resolve("HandModel.java"),
          OBJECTIVES.resolve("GaussianMixture.java"),
          OBJECTIVES.resolve("LogSumExp.java"));

  private static Browser browser() {
    return SHOWING.browser();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cotangent.benchmarks.objectives.HandTracking.triangleResiduals",
        "cotangent.benchmarks.objectives.HandTracking.vertexResiduals",
        "cotangent.benchmarks.objectives.GaussianMixture.logPosterior",
        "Shown.longStretch"
      })
  void itOpensSoonAndIsNotTooMuchToSee(String method) {
    browser().open(SHOWING.page(method));

    double seconds = browser().seconds();
    System.out.printf("the page of %s takes %.2f s to open%n", method, seconds);
    assertThat(seconds).isLessThan(MOST_SECONDS);
    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().text("count")).matches("\\d{3,} numbers.*");
    assertThat(browser().all("#graph .node")).hasSizeBetween(5, 200);
    browser().click("all");
    assertThat(browser().text("where")).contains("∂");
    assertThat((List<?>) browser().run(SiteTest.DIFFERENT)).isEmpty();
  }

  @Test
  void aLongStretchIsSeenPartByPart() {
    browser().open(SHOWING.page("Shown.longStretch"));
    assertThat(browser().words("#graph .group .heading")).hasSizeGreaterThan(5);
    assertThat(browser().words("#graph .group .heading")).allMatch(each -> each.startsWith("line"));

    browser().clickOn("#graph .group", "lines");

    assertThat(browser().words("#graph .boxLabel")).singleElement().asString().contains("▾ lines");
    assertThat(browser().all("#graph .node")).hasSizeGreaterThan(30);
  }

  @Test
  void whatIsFoundIsOpened() {
    browser().open(SHOWING.page("Shown.longStretch"));
    search("^x = x . v.*");
    String first = browser().text("where");
    assertThat(browser().text("found")).matches("1 of \\d+");
    assertThat(browser().words("#graph .boxLabel")).hasSize(1);

    search("^x = x . v.*");

    assertThat(browser().text("found")).matches("2 of \\d+");
    assertThat(browser().text("where")).isNotEqualTo(first);
    search("no such (name");
    assertThat(browser().text("found")).isEqualTo("none");
  }

  private static void search(String wanted) {
    browser()
        .run(
            "search.value = arguments[0];"
                + " search.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))",
            wanted);
  }

  @Test
  void fiveHundredNodesAreReadable() {
    browser().open(SHOWING.page("Shown.recurrence"));
    browser().type("n", "150");
    double before = browser().seconds();

    browser().click("unroll");

    assertThat(browser().all("#graph .node")).hasSizeGreaterThan(450);
    assertThat(browser().seconds() - before).isLessThan(MOST_SECONDS);
    assertThat(browser().run("return document.querySelector('#graph svg').dataset.crossings"))
        .isEqualTo("0");
    assertThat(browser().words("#graph .far")).anyMatch(words -> words.contains("↑ a "));
  }

  @Test
  void aNameOfWhatIsFarAwayLeadsThere() {
    browser().open(SHOWING.page("Shown.recurrence"));
    browser().type("n", "100");
    browser().click("unroll");

    browser().clickOn("#graph .far tspan", "↑ a ");

    assertThat(browser().text("where")).startsWith("∂a = ");
  }
}
