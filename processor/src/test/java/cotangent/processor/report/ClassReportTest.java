package cotangent.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassReportTest {
  private final ClassReport report = new ClassReport();

  @Test
  void isSilentAboutAMethodUntilSomethingIsAReasonToLeaveItOut() {
    assertThat(
            isSilentAfter("warned", () -> report.add(Problem.INDEPENDENT, Position.NONE, "f", "x")))
        .isTrue();
    assertThat(isSilentAfter("refused", () -> report.add(Problem.BITS, Position.NONE))).isFalse();
    assertThat(isSilentAfter("left to the compiler", report::leftToCompiler)).isFalse();
  }

  private boolean isSilentAfter(String method, Runnable action) {
    return report.about(
        method,
        Position.NONE,
        () -> {
          action.run();
          return report.isSilent();
        });
  }
}
