package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Does with pages what their readers do. */
class ReaderTest {
  @RegisterExtension static final Showing SHOWING = Showing.ofShownAnd();

  private static Browser browser() {
    return SHOWING.browser();
  }

  private static void open(String method) {
    browser().open(SHOWING.page("Shown." + method));
  }

  private static List<String> list() {
    @SuppressWarnings("unchecked")
    List<String> lines =
        (List<String>)
            browser()
                .run("return [...document.querySelectorAll('#list li')].map(e => e.textContent)");
    return lines;
  }

  private static void choose(String mode) {
    browser()
        .run(
            "const m = document.getElementById('mode'); m.value = arguments[0];"
                + " m.dispatchEvent(new Event('change'))",
            mode);
  }

  private static void answer(String text) {
    browser()
        .run(
            "const f = document.querySelector('#ask input'); f.value = arguments[0];"
                + " f.dispatchEvent(new Event('change'))",
            text);
  }

  @Test
  void whatIsNotYetKnownSaysSo() {
    open("fanOut");

    assertThat(list()).hasSize(3);
    assertThat(list().get(1)).endsWith("not yet known");
    browser().click("step");
    assertThat(browser().text("where")).isEqualTo("z = x · x = 4");
    assertThat(list().get(1)).endsWith("= 4");
    assertThat(list().get(2)).endsWith("not yet known");
  }

  @Test
  void theCotangentIsTheSumOverAllUsesWrittenOut() {
    open("fanOut");

    browser().click("all");

    assertThat(browser().text("where"))
        .isEqualTo(
            "∂x = ∂result · (1 / z) + ∂z · (2 · x) = 1 / z + (−x / z²) · 2 · x"
                + " = 1 · 0.25 + (−0.125) · 4 = −0.25");
    assertThat(browser().text("gradient")).contains("x −0.25 −0.25");
  }

  @Test
  void stepsGoBackToo() {
    open("fanOut");
    browser().click("all");

    for (int i = 0; i < 4; i++) {
      browser().press(Keys.ARROW_LEFT);
    }

    assertThat(browser().text("where")).isEqualTo("z = x · x = 4");
    browser().press(Keys.ARROW_RIGHT);
    assertThat(browser().text("where")).startsWith("result = x / z");
  }

  @Test
  void theReadersNumbersAreRun() {
    open("fanOut");
    browser().type("x", "-0.5");
    browser().click("all");

    assertThat(browser().text("gradient")).contains("x −4 −4");
  }

  @Test
  void textThatIsNoNumberIsMarkedAndChangesNothing() {
    open("fanOut");
    browser().type("x", "many");
    browser().click("all");

    assertThat(browser().all("input.wrong")).hasSize(1);
    assertThat(browser().text("gradient")).contains("x −0.25");
  }

  @Test
  void theFirstNumberThatIsNoneIsMarked() {
    open("fanOut");
    browser().type("x", "0");
    browser().click("value");

    List<WebElement> bad = browser().all("#graph .bad");
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0).getText()).contains("NaN");
  }

  @Test
  void theSizeOfAnArrayChangesTheGraph() {
    open("sum");
    assertThat(browser().text("count")).startsWith("6 numbers");

    browser().type("x, size", "5");

    assertThat(browser().text("count")).startsWith("10 numbers");
    browser().type("x, size", "0");
    assertThat(browser().text("count")).startsWith("0 numbers");
    browser().type("x, size", "-1");
    assertThat(browser().text("count")).startsWith("0 numbers");
  }

  @Test
  void pastedTextThatIsNoRowOfNumbersIsMarked() {
    open("sum");
    browser().type("x, paste", "one, two");

    assertThat(browser().all("textarea.wrong")).hasSize(1);
    assertThat(browser().text("count")).startsWith("6 numbers");
  }

  @Test
  void aNumberThatIsTooLargeBecomesInfiniteAndIsMarked() {
    open("fanOut");
    browser().type("x", "1e300");
    browser().click("all");

    assertThat(browser().all("#graph .bad")).hasSize(1);
    assertThat(browser().all("#graph .bad").get(0).getText()).contains("z = x · x", "∞");
    browser().type("x", "NaN");
    browser().click("all");
    assertThat(browser().all("#graph .bad").get(0).getText()).contains("NaN");
  }

  @Test
  void whatAPageCannotRunItSays() {
    open("sorted");

    assertThat(browser().text("message"))
        .isEqualTo(
            "java.util.Arrays.sort may change an array: it is code outside, which a page cannot run");
    assertThat(browser().text("gradient")).doesNotContain("not yet known");
  }

  @Test
  void aRuleForArraysIsFollowedFromTheValueThatIsAskedFor() {
    open("ruled");
    assertThat(browser().text("message")).contains("Shown.doubled([2, 3, 0.5])");

    answer("4");
    assertThat(browser().text("message"))
        .isEqualTo("The rule of Shown.doubled gives 1 derivatives for 3 numbers");
    browser().type("x, size", "1");
    answer("4");
    browser().click("all");

    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().text("gradient")).contains("x[0] 2");
  }

  @Test
  void whatIsSolvedIsDifferentiatedByItsRule() {
    open("solved");
    browser().type("a, paste", "2, 1\n0, 4");
    browser().type("b, paste", "1, 2");
    browser().click("all");

    assertThat(browser().text("message")).isEmpty();
    assertThat((List<?>) browser().run(SiteTest.DIFFERENT)).isEmpty();
  }

  @Test
  void whatIsStoppedIsItself() {
    open("surprise");
    browser().click("all");

    assertThat(browser().text("message")).isEmpty();
    assertThat((List<?>) browser().run(SiteTest.DIFFERENT)).isEmpty();
  }

  @Test
  void anObjectFromOutsideIsHandedOnAndItsNumberAskedFor() {
    open("rated");
    assertThat(browser().text("message")).contains("Shown.RATES.get(year)", "What does it answer?");

    answer("3");
    browser().click("all");

    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().text("gradient")).contains("x 3 3");
  }

  @Test
  void anObjectThatComesInIsHandedOnToo() {
    open("given");

    assertThat(browser().text("message")).contains("rates.get(year)", "What does it answer?");
  }

  @Test
  void aStepOfDescentGoesAgainstTheGradient() {
    open("product");
    browser().click("descend");

    assertThat(browser().run("return document.querySelector('[aria-label=x]').value"))
        .isEqualTo("1.7");
  }

  @Test
  void theWaysThatLeadToANodeLightUp() {
    open("fanOut");
    browser().pointAt("#graph .node", "z = x · x");
    assertThat(browser().all("#graph .edge.leading")).hasSize(2);

    browser().pointAt("#graph .node", "result");
    assertThat(browser().all("#graph .edge.leading")).hasSize(4);
  }

  @Test
  void itStartsWithWhatTheInputsAreMeantToBe() {
    open("meant");

    assertThat(browser().text("message")).isEmpty();
    assertThat(browser().run("return document.querySelector('[aria-label=\"a[0], size\"]').value"))
        .isEqualTo("7");
    assertThat(browser().run("return document.querySelector('[aria-label=\"t\"]').value"))
        .isEqualTo("16");
  }

  @Test
  void aTangentIsChosen() {
    open("product");
    choose("forward");
    browser().type("tangent of x", "2");
    browser().type("tangent of y", "0");
    browser().click("all");

    assertThat(list().get(2)).endsWith("tangent 6");
  }

  @Test
  void anAddressThatIsNotOneOfThePagesIsLeftOut() {
    browser().open(SHOWING.page("Shown.fanOut").toUri() + "#nonsense");

    assertThat(browser().text("message")).contains("is left out");
    browser().click("all");
    assertThat(browser().text("gradient")).contains("x −0.25");
  }

  @Test
  void aLargePictureHasAMap() {
    open("sum");
    assertThat(browser().find("map").isDisplayed()).isFalse();
    browser().type("x, size", "25");

    assertThat(browser().find("map").isDisplayed()).isTrue();
  }

  @Test
  void numbersArePasted() {
    open("sum");
    browser().type("x, paste", "1, 2, 3, 4");
    browser().click("value");

    assertThat(browser().text("where")).endsWith("= 10");
  }

  @Test
  void longRunsAreRolledUp() {
    open("sum");
    browser().type("x, size", "100");

    assertThat(browser().text("turns")).contains("1 of 100");
    assertThat(browser().all("#graph g.node")).hasSizeLessThan(10);
    browser().click("all");
    assertThat(browser().text("gradient")).contains("x[59] 1 1", "x[99] 1");
  }

  @Test
  void theStateIsInTheAddress() {
    open("fanOut");
    browser().type("x", "4");
    browser().click("step");
    String address = browser().address();

    open("sum");
    browser().open(address);

    assertThat(browser().text("where")).isEqualTo("z = x · x = 16");
  }

  @Test
  void whatTheMethodThrowsIsSaid() {
    open("guarded");
    browser().type("x", "-1");

    assertThat(browser().text("message")).contains("IllegalArgumentException: negative");
  }

  @Test
  void codeOutsideIsAskedFor() {
    open("outside");

    assertThat(browser().text("message")).contains("System.getProperty", "What does it answer?");
  }

  @Test
  void forwardModeShowsTangents() {
    open("fanOut");
    choose("forward");
    browser().click("all");

    assertThat(list().get(2)).endsWith("tangent −0.25");
  }

  @Test
  void theHessianIsAMatrix() {
    open("product");
    browser().click("hessianButton");

    assertThat(browser().text("hessian")).contains("0 1", "1 0");
  }

  @Test
  void aPhoneShowsItBelowEachOther() {
    browser().resize(400, 800);
    open("fanOut");

    Object overflow =
        browser()
            .run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    browser().resize(1500, 950);
    assertThat(((Number) overflow).intValue()).isZero();
  }

  @Test
  void aLineOfSourceLightsUpItsNodes() {
    open("fanOut");
    browser()
        .run(
            "[...document.querySelectorAll('#source .line')].find(e => e.textContent.includes('x * x'))"
                + ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))");

    assertThat(browser().all("#graph .node.lit")).hasSize(1);
  }

  @Test
  void whatIsPastedIsReadHoweverItIsWritten() {
    for (String pasted : List.of("1,2\n3,4", "1 2; 3 4", "[[1, 2], [3, 4]]", "{{1,2},{3,4}}")) {
      open("rows");
      browser().type("a, paste", pasted);
      browser().click("value");

      assertThat(browser().text("where")).as(pasted).endsWith("= 14");
    }
    paste("1\t2\r\n\r\n3\t4\r\n");
    browser().click("value");
    assertThat(browser().text("where")).endsWith("= 14");
    paste("");
    assertThat(browser().text("count")).startsWith("0 numbers");
    paste("1;2;3");
    assertThat(browser().text("message")).contains("Index 1 out of bounds for length 1");
  }

  private static void paste(String text) {
    browser()
        .run(
            "const f = document.querySelector('textarea'); f.value = arguments[0];"
                + " f.dispatchEvent(new Event('change'))",
            text);
  }

  @Test
  void numbersInMessagesAreWrittenAsJavaWritesThem() {
    open("named");
    browser().type("x", "1e7");
    browser().type("limit", "0.001");

    assertThat(browser().text("message"))
        .endsWith("IllegalArgumentException: x is 1.0E7 and not below 0.001.");
  }
}
