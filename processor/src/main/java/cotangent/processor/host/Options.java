package cotangent.processor.host;

import cotangent.processor.report.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What users set with {@code -Acotangent.NAME=VALUE}.
 *
 * @param defects the directory for the files that belong to the report of a defect
 * @param verify how far derivatives are proved before they are written
 * @param report the file that says what became of each annotated method; null for none
 * @param pages the directory for the pages of the annotated methods; null for none
 */
public record Options(Path defects, Verify verify, @Nullable Path report, @Nullable Path pages) {

  /** How far derivatives are proved. */
  public enum Verify {
    /** What is found to be wrong is not written. */
    ON,
    OFF,
    /** What can't be proved is an error, too. */
    STRICT
  }

  private static final String PREFIX = "cotangent.";
  private static final String DEFECTS = "defects";
  private static final String REPORT = "report";
  private static final String PAGES = "pages";
  private static final String VERIFY = "verify";
  private static final Set<String> NAMES = new TreeSet<>(Set.of(DEFECTS, REPORT, PAGES, VERIFY));

  public static Set<String> supported() {
    return NAMES.stream().map(PREFIX::concat).collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the options, and warns about unknown ones. */
  public static Options of(ProcessingEnvironment environment) {
    Map<String, String> all = environment.getOptions();
    all.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !supported().contains(name))
        .map(name -> name.substring(PREFIX.length()))
        .map(name -> Problem.UNKNOWN_OPTION.message(name, String.join(", ", NAMES)))
        .forEach(text -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING, text));
    String directory = all.get(PREFIX + DEFECTS);
    return new Options(
        Path.of(directory == null ? System.getProperty("java.io.tmpdir", ".") : directory),
        verify(environment, all.getOrDefault(PREFIX + VERIFY, "on")),
        path(all.get(PREFIX + REPORT)),
        path(all.get(PREFIX + PAGES)));
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }

  private static Verify verify(ProcessingEnvironment environment, String value) {
    for (Verify verify : Verify.values()) {
      if (verify.name().toLowerCase(Locale.ROOT).equals(value)) {
        return verify;
      }
    }
    String text =
        Problem.UNKNOWN_OPTION.message(
            VERIFY + "=" + value,
            "cotangent.verify=on, cotangent.verify=off, cotangent.verify=strict");
    environment.getMessager().printMessage(Diagnostic.Kind.WARNING, text);
    return Verify.ON;
  }
}
