package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cotangent.verify.Finding;
import cotangent.verify.Gradients;
import cotangent.verify.Report;
import cotangent.verify.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What users verify their derivatives with finds every method of the corpus right, on its own. */
class CorpusVerifiedTest {
  @TestFactory
  Stream<DynamicTest> nothingIsWrong() throws Exception {
    return CorpusTest.files().stream()
        .filter(file -> file.matches(System.getProperty("corpus.files", ".*")))
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
    assertThat(report.findings().stream().filter(CorpusVerifiedTest::isWrong))
        .as(report.table())
        .isEmpty();
  }

  private static boolean isWrong(Finding finding) {
    return finding.status() == Status.WRONG && !isDisturbed(finding) && !isOtherwiseWorded(finding);
  }

  /** Methods that change what both threads see: the originals disturb each other as well. */
  private static boolean isDisturbed(Finding finding) {
    return finding.message().contains("while another thread")
        && (finding.type().endsWith("$Lazy")
            || finding.method().contains("InStatic")
            || finding.type().endsWith("Exceptions")
                && List.of("counted", "resources").contains(finding.method()));
  }

  /** A stream of a part of an array says in other words that the part reaches beyond the end. */
  private static boolean isOtherwiseWorded(Finding finding) {
    return finding.type().endsWith("Streams")
        && finding.message().contains("Array index out of range");
  }
}
