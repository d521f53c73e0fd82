package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cotangent.verify.Gradients;
import cotangent.verify.Report;
import cotangent.verify.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What users verify their derivatives with finds every method of the corpus right, on its own. */
@Tag("once")
class CorpusVerifiedTest {
  /**
   * With methods that don't return for some inputs: the threads in which they run can't be ended,
   * and would take their share of the processor from all that comes after them.
   */
  private static final Set<String> ENDLESS = Set.of("ControlFlow", "Floats", "Recursion");

  @TestFactory
  Stream<DynamicTest> nothingIsWrong() throws Exception {
    return CorpusTest.files().stream()
        .filter(file -> file.matches(System.getProperty("corpus.files", ".*")))
        .sorted(Comparator.comparing(ENDLESS::contains))
        .map(file -> DynamicTest.dynamicTest(file, () -> verify(file)));
  }

  private static void verify(String file) {
    List<Report> reports = new ArrayList<>();
    List<Class<?>> types = CorpusFile.read(file).annotatedClasses();
    assumeFalse(types.isEmpty(), "compiled method by method only");
    for (Class<?> type : types) {
      reports.add(Gradients.of(type).points(2).report());
    }
    Report report = Report.of(reports);
    if (Boolean.getBoolean("corpus.show")) {
      System.out.println(file + ": " + report.verdict() + "\n" + report.table());
    }
    assertThat(report.findings()).isNotEmpty();
    assertThat(report.findings().stream().filter(each -> each.status() == Status.WRONG))
        .as(report.table())
        .isEmpty();
  }
}
