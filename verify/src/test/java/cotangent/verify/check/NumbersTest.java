package cotangent.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  /** Else one of them would hide how far off the others are. */
  @Test
  void whatIsInfiniteOrNoNumberHasNoSize() {
    double[] numbers = {1, -3, Double.NaN, Double.NEGATIVE_INFINITY};
    assertThat(Numbers.norm(numbers)).isEqualTo(3);
    assertThat(Numbers.norm(new double[0])).isEqualTo(0);
  }
}
