package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.examples.Digits.Pictures;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private final Pictures all = Digits.read();

  DigitsTest() throws IOException {}

  @Test
  void theDataIsComplete() {
    assertThat(all.x().rows()).isEqualTo(1797);
    assertThat(all.x().columns()).isEqualTo(64);
    assertThat(Arrays.stream(all.classes()).distinct().sorted().toArray())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(all.x().min()).isZero();
    assertThat(all.x().max()).isEqualTo(1);
  }

  @Test
  void heldOutDigitsAreRead() {
    Network network = Digits.train(Digits.part(all, true), 1);

    assertThat(Digits.accuracy(network, Digits.part(all, false))).isGreaterThanOrEqualTo(0.97);
  }
}
