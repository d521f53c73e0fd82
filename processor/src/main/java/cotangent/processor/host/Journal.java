package cotangent.processor.host;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Place;
import cotangent.processor.report.Account;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.ReportedProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Writes the file of {@code -Acotangent.report}: a line of JSON for each annotated method. */
public final class Journal {
  private final @Nullable Path file;
  private final Trees trees;

  /** The sizes of methods and companions, which are in the lines of many methods. */
  private final Map<String, Integer> sizes = new HashMap<>();

  private boolean isOpen;

  /**
   * @param file is begun anew with the first line; null if none was asked for
   */
  public Journal(@Nullable Path file, Trees trees) {
    this.file = file;
    this.trees = trees;
  }

  /** Writes what became of the annotated methods of a class. */
  public void write(ClassReport report) {
    if (file == null || report.accounts().isEmpty()) {
      return;
    }
    List<String> lines = report.accounts().stream().map(this::line).toList();
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (!isOpen && directory != null) {
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
      }
      isOpen = true;
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      String why = Objects.toString(e.getMessage());
      report.add(Problem.NOT_WRITTEN, Position.NONE, file, why);
    }
  }

  private String line(Account account) {
    ExecutableElement method = (ExecutableElement) account.method();
    JsonStringWriter json = JsonWriter.string().object();
    json.value("class", Owner.of(method).getQualifiedName().toString());
    json.value("method", method.getSimpleName().toString());
    json.array("parameters");
    method.getParameters().forEach(each -> json.value(each.asType().toString()));
    json.end();
    place(json, account.position());
    json.array("modes", account.modes());
    json.value("accepted", account.isAccepted());
    findings(json, account);
    json.value("steps", account.steps());
    json.object("generated", account.generated());
    json.object("verified", account.proof());
    json.value("companion", account.companion());
    json.value("characters", account.source().length());
    json.value(
        "code",
        sizes.computeIfAbsent(account.companion(), unused -> CodeSize.of(account.source())));
    json.object("reached");
    account.reached().forEach(each -> json.value(signature(each), size(each)));
    json.end();
    return json.end().done();
  }

  private int size(Object method) {
    return sizes.computeIfAbsent(signature(method), unused -> CodeSize.of((Element) method, trees));
  }

  private static String signature(Object method) {
    return CallChains.qualified(method)
        + ((ExecutableElement) method)
            .getParameters().stream()
                .map(each -> each.asType().toString())
                .collect(Collectors.joining(",", "(", ")"));
  }

  private void findings(JsonStringWriter json, Account account) {
    json.array("findings");
    for (ReportedProblem finding : account.findings()) {
      json.object();
      json.value("code", finding.problem().code());
      json.value("severity", finding.problem().severity().name().toLowerCase(Locale.ROOT));
      json.value("message", finding.message());
      place(json, finding.position());
      List<Object> calls = new CallChains(trees).to(finding.position(), account);
      json.array("calls", calls.stream().map(CallChains::qualified).toList());
      json.end();
    }
    json.end();
  }

  private static void place(JsonStringWriter json, Position position) {
    if (position.handle() instanceof Place place) {
      URI uri = place.unit().getSourceFile().toUri();
      json.value("file", "file".equals(uri.getScheme()) ? uri.getPath() : uri.toString());
      json.value("line", position.line());
      json.value("column", position.column());
    }
  }
}
