package cotangent.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final double X = 1.3;
  private static final double FAST = 1e7;

  /** Goes up and down many times within the steps of differences, which see a parabola. */
  private static final DoubleUnaryOperator RIPPLED = x -> x * x + 0.1 / FAST * Math.sin(FAST * x);

  private static final double DERIVATIVE = 2 * X + 0.1 * Math.cos(FAST * X);

  private final Differences differences = Differences.ofDoubles();

  @Test
  void overlookWhatIsFasterThanTheirSteps() {
    assertThat(differences.at(RIPPLED, X).value()).isCloseTo(2 * X, within(1e-6));
  }

  @Test
  void agreeWithADerivativeAtSmallerSteps() {
    double off = Math.abs(DERIVATIVE - differences.at(RIPPLED, X).value());
    assertThat(differences.isCloser(RIPPLED, X, DERIVATIVE, off)).isTrue();
  }

  @Test
  void agreeWithNoOtherOne() {
    double wrong = DERIVATIVE + 0.2;
    double off = Math.abs(wrong - differences.at(RIPPLED, X).value());
    assertThat(differences.isCloser(RIPPLED, X, wrong, off)).isFalse();
    assertThat(differences.isCloser(x -> x * x, X, 2 * X + 1e-3, 1e-3)).isFalse();
  }
}
