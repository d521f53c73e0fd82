package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has a browser show the pages of sources to the tests of a class; no page may complain. */
final class Showing implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final List<Path> sources;
  private Path directory;
  private Path pages;
  private Browser browser;

  Showing(Path... sources) {
    this.sources = List.of(sources);
  }

  /** Shows pages of the methods that are made to be shown, and of some more. */
  static Showing ofShownAnd(Path... more) {
    Path[] all = new Path[more.length + 1];
    all[0] = Path.of("src/test/resources/Shown.java");
    System.arraycopy(more, 0, all, 1, more.length);
    return new Showing(all);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    directory = Files.createTempDirectory("pages");
    pages = Sources.compile(directory, sources).pages();
    browser = new Browser();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(browser.complaints()).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    browser.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  Browser browser() {
    return browser;
  }

  /** Returns the page of a method. */
  Path page(String method) {
    return pages.resolve(method + ".html");
  }
}
