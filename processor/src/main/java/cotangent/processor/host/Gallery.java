package cotangent.processor.host;

import com.sun.source.tree.CompilationUnitTree;
import cotangent.processor.cost.Cost;
import cotangent.processor.graph.Primal;
import cotangent.processor.page.Index;
import cotangent.processor.page.Ledger;
import cotangent.processor.page.Page;
import cotangent.processor.page.Starts;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Place;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.sizes.SizedInputs;
import cotangent.processor.report.Account;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Writes the pages of {@code -Acotangent.pages}, and the page that lists them. */
public final class Gallery {
  private final @Nullable Path directory;
  private final UnaryOperator<Primal> differentiated;
  private final TreeSet<String> names = new TreeSet<>();
  private final Ledger ledger = new Ledger();

  /**
   * @param directory where the pages go; null if none were asked for
   * @param differentiated gives what a method is differentiated as, from what was read of it
   */
  public Gallery(@Nullable Path directory, UnaryOperator<Primal> differentiated) {
    this.directory = directory;
    this.differentiated = differentiated;
  }

  /** Writes a page for each method of a class that was accepted. */
  public void show(ClassReport report, Written companion, Program program) {
    if (directory == null) {
      return;
    }
    try {
      Files.createDirectories(directory);
      for (Account account : report.accounts()) {
        if (account.primal() instanceof Primal primal
            && account.isAccepted()
            && primal.position().handle() instanceof Place place) {
          Starts starts = starts((ExecutableElement) account.method(), program);
          write(directory, page(account, primal, place.unit(), companion, starts));
        }
      }
      Files.writeString(directory.resolve("index.html"), Index.of(names));
      Files.writeString(directory.resolve("graph.json"), ledger.json());
    } catch (IOException e) {
      report.add(Problem.NOT_WRITTEN, Position.NONE, directory, Objects.toString(e.getMessage()));
    }
  }

  private static Starts starts(ExecutableElement method, Program program) {
    SizedInputs inputs = new SizedInputs(program);
    return Starts.of(inputs.of(method), inputs.ranges(method));
  }

  private Page page(
      Account account, Primal primal, CompilationUnitTree unit, Written companion, Starts starts)
      throws IOException {
    ExecutableElement method = (ExecutableElement) account.method();
    String file = unit.getSourceFile().getName();
    return new Page(
        Owner.of(method).getQualifiedName().toString(),
        differentiated.apply(primal),
        starts,
        file.substring(file.lastIndexOf('/') + 1),
        unit.getSourceFile().getCharContent(true).toString(),
        position -> position.handle() instanceof Place place && place.unit() == unit,
        companion,
        account.generated().keySet(),
        account.cost() instanceof Cost cost && cost.isCounted() ? cost : null);
  }

  private void write(Path into, Page page) throws IOException {
    names.add(page.name());
    ledger.add(page);
    Files.writeString(into.resolve(page.name() + ".html"), page.html());
    Files.writeString(into.resolve(page.name() + ".json"), page.json());
    Files.writeString(into.resolve(page.name() + ".svg"), page.svg());
    Files.writeString(into.resolve(page.name() + ".dot"), page.dot());
  }
}
