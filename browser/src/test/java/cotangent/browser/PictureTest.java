package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looks at pictures: what is linked, closed, opened, marked and said. */
class PictureTest {
  @RegisterExtension static final Showing SHOWING = Showing.ofShownAnd();

  private static Browser browser() {
    return SHOWING.browser();
  }

  private static void open(String method) {
    browser().open(SHOWING.page("Shown." + method));
  }

  @Test
  void aNodeLightsUpWhatComputesItAndWhatDerivesIt() {
    open("fanOut");

    browser().pointAt("#graph .node", "z = x · x");

    assertThat(browser().words("#source .lit")).singleElement().asString().contains("z = x * x");
    assertThat(browser().words("#generated .lit")).singleElement().asString().contains("z = x * x");
    assertThat(browser().words("#generated .litBack"))
        .singleElement()
        .asString()
        .contains("return new");
    assertThat(browser().words("#tabs .about")).containsExactly("fanOut", "fanOutGrad");
  }

  @Test
  void aGeneratedStatementLightsUpItsNodesAndItsLine() {
    open("fanOut");

    browser().pointAt("#generated .line", "double z = x * x");

    assertThat(browser().words("#graph .node.lit"))
        .singleElement()
        .asString()
        .contains("z = x · x");
    assertThat(browser().words("#source .lit")).singleElement().asString().contains("z = x * x");
  }

  @Test
  void aTabShowsTheMethodThatComputesTheValue() {
    open("fanOut");

    browser().clickOn("#tabs button", "fanOut");
    browser().pointAt("#generated .line", "x * x");

    assertThat(browser().words("#graph .node.lit")).anyMatch(node -> node.contains("z = x · x"));
  }

  @Test
  void aTensorIsOneNodeWithItsShapeAndItsNumbersAsColours() {
    open("tensors");
    browser().click("all");

    assertThat(browser().words("#graph .group .heading"))
        .contains("a · 3 × 3", "x · 3", "times · 3", "tanh · 3");
    assertThat(browser().run(CELLS, "a · 3 × 3")).isEqualTo(18L);
    assertThat(browser().text("where")).startsWith("a · 3 × 3:").contains("∂a:");
    assertThat((List<?>) browser().run(SiteTest.DIFFERENT)).isEmpty();
  }

  /** Counts the colours in the node with such a heading. */
  private static final String CELLS =
      "return [...document.querySelectorAll('#graph .group')]"
          + ".find(e => e.textContent.includes(arguments[0])).querySelectorAll('.cell').length";

  @Test
  void matricesOfAllKindsAreDifferentiatedAsDifferencesSay() {
    open("mixed");
    browser().click("all");

    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().words("#graph .group .heading"))
        .contains("times · 3 × 3", "plus · 3 × 3", "dot · 1");
    assertThat((List<?>) browser().run(SiteTest.DIFFERENT)).isEmpty();
  }

  @Test
  void whatIsClosedIsOpenedAndClosedAgain() {
    open("tensors");

    browser().clickOn("#graph .group", "times");
    assertThat(browser().words("#graph .boxLabel")).contains("▾ times");
    assertThat(browser().words("#graph .node .heading"))
        .anyMatch(node -> node.contains("a[0, 0] · "));
    browser().clickOn("#graph .boxLabel", "times");
    assertThat(browser().words("#graph .group .heading")).contains("times · 3");
  }

  @Test
  void aMatrixHasRowsOfOneLength() {
    open("tensors");

    browser().type("a, size", "2");
    browser().type("a[0], size", "4");
    browser().type("x, size", "4");

    assertThat(browser().words("#graph .group .heading")).contains("a · 2 × 4", "times · 2");
    browser().type("x, size", "0");
    assertThat(browser().text("message"))
        .contains("IllegalArgumentException: times of 2 × 4 needs 4, not 0 elements");
    browser().type("a, size", "-1");
    assertThat(browser().text("message")).doesNotContain("cannot run");
  }

  @Test
  void helpersAreClosedWithAClick() {
    open("helped");
    assertThat(browser().words("#graph .boxLabel")).containsExactly("▾ squared", "▾ squared");

    browser().clickOn("#graph .boxLabel", "squared");

    assertThat(browser().words("#graph .group .heading")).containsExactly("squared · 1");
    browser().click("step");
    assertThat(browser().text("where")).startsWith("squared · 1: ");
  }

  @Test
  void recursionIsBoxesInBoxes() {
    open("power");

    assertThat(browser().words("#graph .boxLabel"))
        .containsExactlyInAnyOrder("▾ power(n = 1)", "▾ power(n = 2)", "▾ power(n = 3)");
    assertThat(browser().run(NESTED)).isEqualTo(true);
  }

  /** Whether each box lies within the one before, from the largest on. */
  private static final String NESTED =
      """
      const boxes = [...document.querySelectorAll("#graph .box")].map(e => e.getBoundingClientRect());
      boxes.sort((a, b) => b.width * b.height - a.width * a.height);
      return boxes.slice(1).every((box, i) => box.left >= boxes[i].left && box.right <= boxes[i].right
          && box.top >= boxes[i].top && box.bottom <= boxes[i].bottom);
      """;

  @Test
  void whatMadeTheFirstNaNIsSaid() {
    open("fanOut");
    browser().type("x", "0");
    browser().click("value");

    assertThat(browser().text("trouble"))
        .isEqualTo("The first that is no number: result = x / z = NaN, made of x = 0, z = 0.");
  }

  @Test
  void whatMadeTheFirstInfiniteDerivativeIsSaid() {
    open("guarded");
    browser().type("x", "0");
    browser().click("value");
    assertThat(browser().text("trouble")).isEmpty();

    browser().click("all");

    assertThat(browser().text("trouble"))
        .isEqualTo(
            "The first derivative that is no number: ∂x = ∞:"
                + " ∂result · (1 / (2 · sqrt(x))) = 1 · ∞, where x = 0.");
    assertThat(browser().words("#graph .node.bad .heading")).containsExactly("x");
  }

  @Test
  void sizesAreFoundWithWhichTheMethodRuns() {
    open("unsized");

    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().run("return document.querySelector('[aria-label=\"theta, size\"]').value"))
        .isEqualTo("17");
  }

  @Test
  void whereNoneAreFoundThePageSaysWhatToType() {
    open("hopeless");

    assertThat(browser().text("message"))
        .contains("IllegalArgumentException: seventeen")
        .contains("No sizes were found with which it runs", "@Shape and @Between");
  }

  @Test
  void whatIsKeptIsMarkedAndCounted() {
    open("kept");

    assertThat(browser().text("memory")).contains("keeps 16 * x.length bytes (▪)");
    assertThat(browser().words("#graph .mark")).isNotEmpty().containsOnly("▪");
  }

  @Test
  void whatIsTooLargeStaysRolledUpAndSaysSo() {
    open("sum");
    browser().type("x, size", "700");

    assertThat(browser().text("rolled")).matches("\\d+ nodes stay rolled up");
    assertThat(browser().find("unroll").isEnabled()).isFalse();
  }

  @Test
  void linesAreFolded() {
    open("sum");
    int before = browser().all("#generated .line").size();

    browser().clickOn("#generated .fold", "▾");

    assertThat(browser().all("#generated .line[hidden]")).isNotEmpty();
    assertThat(browser().all("#generated .line")).hasSize(before);
  }

  @Test
  void thePictureIsSavedAsItIsShown() {
    open("fanOut");
    browser().click("all");
    browser()
        .run(
            "URL.createObjectURL = (blob) => { window.saved = blob; return '#'; };"
                + " HTMLAnchorElement.prototype.click = () => {};");

    browser().click("save");

    assertThat(String.valueOf(browser().run("return window.saved.text()")))
        .startsWith("<svg")
        .contains("z = x · x", "∂ −0.25", "fill:");
  }

  @Test
  void onPaperThereAreTheGraphAndTheGradient() {
    open("fanOut");
    browser().show("print", "light");

    assertThat(browser().find("graph").isDisplayed()).isTrue();
    assertThat(browser().find("gradient").isDisplayed()).isTrue();
    assertThat(browser().find("source").isDisplayed()).isFalse();
    assertThat(browser().find("step").isDisplayed()).isFalse();
    browser().show("", "light");
  }

  @Test
  void inTheDarkItIsDark() {
    open("fanOut");
    browser().show("screen", "dark");

    Object dark = browser().run("return getComputedStyle(document.body).backgroundColor");
    browser().show("screen", "light");

    Object light = browser().run("return getComputedStyle(document.body).backgroundColor");
    assertThat(dark).isEqualTo("rgb(22, 24, 28)");
    assertThat(light).isEqualTo("rgb(252, 251, 248)");
  }

  @Test
  void whatIsSeenAsSomethingElseIsDifferentiatedAsThat() {
    open("squareOfRoot");
    browser().type("x", "0");
    browser().click("all");

    assertThat(browser().text("trouble")).isEmpty();
    assertThat(browser().text("gradient")).contains("x 1");
    assertThat(browser().words("#list li")).anyMatch(line -> line.contains("differentiated as x"));
  }
}
