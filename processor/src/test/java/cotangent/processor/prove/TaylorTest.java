package cotangent.processor.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaylorTest {
  private static final Taylor.Noise NONE =
      new Taylor.Noise() {
        @Override
        public double ofDerivative() {
          return 0;
        }

        @Override
        public double ofValue() {
          return 0;
        }

        @Override
        public double ofSwinging(double way) {
          return 0;
        }
      };

  /** The widest difference reaches where the function has no value. */
  @Test
  void seesFaultsNextToTheEndOfADomain() {
    assertThat(check(0.5 / Math.sqrt(0.05))).isLessThan(1e-9);
    assertThatThrownBy(() -> check(2)).isInstanceOf(Disproof.class);
  }

  private static double check(double derivative) {
    return Taylor.check("it", x -> Optional.of(Math.sqrt(0.05 + x)), derivative, NONE);
  }
}
