package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the harness lets right derivatives pass and sees each way of being wrong. */
class VerificationTest {
  private static final double[] DIFFERENCES = {};

  private static Verification verification(Class<?> companion, String inputs) throws Exception {
    var original =
        Paraboloid.class.getDeclaredMethod("bowl", double.class, double[].class, int.class);
    Subject subject =
        new Subject(original, original, companion, Set.of("GRADIENT"), List.of("x", "a"), "");
    Object[] arguments = DrawnArguments.of(original, inputs, 1);
    return new Verification(subject, arguments, arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x in [-1.5, 1.5]; n = 5",
        "x = 0; n = 3",
        "x = 2000; n = 4",
        "n = 7",
        "x = 1e-9; n = 5; a = {1e6, 0, 3, 4, -1e-9}",
      })
  void acceptsWhatIsRight(String inputs) throws Exception {
    Verification verification = verification(Paraboloid.Right.class, inputs);
    verification.run(DIFFERENCES, DIFFERENCES);
    assertThat(verification.blurred()).isZero();
    if (verification.expected().failure() == null) {
      assertThat(verification.sharp()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WrongValue, n = 5, forward gave",
    "WrongArray, n = 5, forward gave",
    "WrongFailure, x = 2000; n = 5, forward gave",
    "WrongGradient, n = 5, gradient [2] is",
    "WrongShape, n = 5, da has another shape",
    "WrongMemory, n = 5, called twice",
    "WrongAdding, n = 5, GradAddTo is",
  })
  void seesWhatIsWrong(String companion, String inputs, String message) throws Exception {
    Class<?> type = Class.forName(Paraboloid.class.getName() + "$" + companion);
    Verification verification = verification(type, inputs);
    assertThatThrownBy(() -> verification.run(DIFFERENCES, DIFFERENCES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"2, 7.38905609893065", "-0.5, 0.6065306597126334", "0, 1", "1e-7, 1.00000010000001"})
  void differencesAreExactToElevenDigits(double x, double slope) {
    Differences.Estimate estimate = Differences.at(Math::exp, x);
    assertThat(Math.abs(estimate.value() / slope - 1)).isLessThan(1e-11);
    assertThat(estimate.error()).isLessThan(1e-10);
  }

  @Test
  void differencesKnowKinksAndPoles() {
    assertThat(Differences.at(x -> Math.abs(x) * x + Math.abs(x), 0).error()).isGreaterThan(1e-6);
    assertThat(Differences.at(x -> 1 / x, 0).error()).isGreaterThan(1e-3);
    assertThat(Differences.at(x -> Math.log(x), 1e-3).value()).isCloseTo(1000, byFraction(1e-9));
  }

  private static Percentage byFraction(double fraction) {
    return Percentage.withPercentage(100 * fraction);
  }
}
