package cotangent.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixtureTest {
  private final Mixture mixture = new Mixture(1000, 3, 4);

  @Test
  void allCoresComputeWhatOneComputes() {
    var sum = mixture.onAllCores();
    double whole = mixture.onOneCore().value();
    assertThat(mixture.value(sum)).isCloseTo(whole, within(1e-9 * Math.abs(whole)));
    assertThat(sum.count()).isEqualTo(64);
    assertThat(sum.value()).isCloseTo(mixture.inParts().value(), within(1e-9 * Math.abs(whole)));
  }

  @Test
  void theSamePartsGiveTheSameBits() {
    var first = mixture.onAllCores().total();
    for (int i = 0; i < 20; i++) {
      var again = mixture.onAllCores().total();
      assertThat(again.value()).isEqualTo(first.value());
      assertThat(again.dalpha()).isEqualTo(first.dalpha());
      assertThat(again.dl()).isDeepEqualTo(first.dl());
    }
  }
}
