package cotangent.verify;

import cotangent.verify.declared.Annotated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes JUnit tests of the derivatives that were generated for classes.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> gradients() {
 *   return GradientTests.of(Losses.class);
 * }
 * }</pre>
 */
public final class GradientTests {
  private GradientTests() {}

  /**
   * Makes a test for each generated method.
   *
   * @param types classes with annotated methods
   * @return tests that fail where {@link Gradients#verify} does; a method for which no input could
   *     be drawn, or nothing compared, is a test that is aborted, so that it counts as skipped
   */
  @SuppressWarnings("exports") // whoever calls this has JUnit; others need not have it
  public static Stream<DynamicTest> of(Class<?>... types) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<?> type : types) {
      for (Annotated annotated : Gradients.of(type).annotated()) {
        new MethodCheck(annotated, 5, 1, null).findings().forEach(each -> tests.add(test(each)));
      }
    }
    return tests.stream();
  }

  private static DynamicTest test(Finding finding) {
    String simple = finding.type().substring(finding.type().lastIndexOf('.') + 1);
    return DynamicTest.dynamicTest(
        simple + "." + finding.generated(),
        () -> {
          String text = finding.message() + "\nat " + finding.point();
          if (finding.status() == Status.WRONG) {
            throw new AssertionError(text);
          }
          Assumptions.assumeTrue(finding.status() == Status.RIGHT, finding.message());
        });
  }
}
