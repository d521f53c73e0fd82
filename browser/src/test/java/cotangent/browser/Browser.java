package cotangent.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * A headless Chromium, and what a reader does with a page in it. {@code -Dbrowser} and {@code
 * -Dbrowser.driver} say where the programs are, if not where Debian puts them.
 */
final class Browser implements AutoCloseable {
  private static final String IS_WHOLE =
      "return location.href !== 'about:blank' && document.readyState === 'complete'";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

  private final ChromeDriver driver;

  Browser() {
    Path program = Path.of(System.getProperty("browser", "/usr/bin/chromium"));
    Path driverProgram = Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));
    for (Path needed : List.of(program, driverProgram)) {
      if (!Files.isExecutable(needed)) {
        throw new IllegalStateException(
            needed
                + " is missing: install Debian's packages chromium and chromium-driver, or say with"
                + " -Dbrowser=... and -Dbrowser.driver=... where they are");
      }
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1500,950");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(driverProgram.toFile()).build();
    driver = new ChromeDriver(service, options);
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
  }

  /** How long the thread of the page has worked since the page was opened. */
  double seconds() {
    List<?> metrics =
        (List<?>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    return metrics.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> "TaskDuration".equals(each.get("name")))
        .mapToDouble(each -> ((Number) each.get("value")).doubleValue())
        .sum();
  }

  void open(Path page) {
    open(page.toAbsolutePath().toUri().toString());
  }

  /** Goes to a page and waits until it is whole: under load a driver comes back before that. */
  void open(String address) {
    driver.get("about:blank");
    driver.get(address);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!run(IS_WHOLE).equals(true)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(address + " was not loaded within " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void click(String id) {
    find(id).click();
  }

  WebElement find(String id) {
    return driver.findElement(By.id(id));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text(String id) {
    return find(id).getText();
  }

  /** Types into the field that has a label, and leaves it. */
  void type(String label, String text) {
    WebElement field =
        driver.findElement(By.cssSelector("[aria-label=\"" + label.replace("\"", "\\\"") + "\"]"));
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }

  void press(Keys key) {
    driver.findElement(By.tagName("body")).sendKeys(key);
  }

  void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** Shows pages as on another medium: {@code print}, or with a dark scheme. */
  void show(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Prints the page as its style says, and gives the number of sheets. */
  int sheets() {
    Object pdf =
        driver
            .executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    byte[] bytes = Base64.getDecoder().decode(pdf.toString());
    Matcher sheet = SHEET.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    return (int) sheet.results().count();
  }

  /** Lets the pointer come over the first element that has such words in it. */
  void pointAt(String selector, String words) {
    run(
        "[...document.querySelectorAll(arguments[0])].find(e => e.textContent.includes(arguments[1]))"
            + ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))",
        selector,
        words);
  }

  /** Clicks on the first element that has such words in it. */
  void clickOn(String selector, String words) {
    run(
        "[...document.querySelectorAll(arguments[0])].find(e => e.textContent.includes(arguments[1]))"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))",
        selector,
        words);
  }

  /** Returns the words of all elements that are meant. */
  List<String> words(String selector) {
    return ((List<?>)
            run(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
                selector))
        .stream().map(Object::toString).toList();
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Returns what the page complained of since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
