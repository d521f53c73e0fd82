package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RosenbrockTest {
  @Test
  void theGradientAgreesWithTheFormula() {
    double[] x = new Random(1).doubles(50, -2, 2).toArray();
    double[] expected = new double[x.length];
    for (int i = 0; i + 1 < x.length; i++) {
      expected[i] += -400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]);
      expected[i + 1] += 200 * (x[i + 1] - x[i] * x[i]);
    }

    var g = RosenbrockGrad.valleyGrad(x);

    assertThat(g.value()).isEqualTo(Rosenbrock.valley(x));
    assertThat(g.dx()).containsExactly(expected, within(1e-10));
  }

  @Test
  void theGradientVanishesAtTheMinimum() {
    assertThat(RosenbrockGrad.valleyGrad(new double[] {1, 1, 1}).dx())
        .containsExactly(new double[3], within(0.0));
  }

  @Test
  void gradientsAddUp() {
    double[] sum = {5, 5};
    RosenbrockGrad.valleyGradAddTo(new double[] {0, 0}, sum);
    assertThat(sum).containsExactly(3, 5);
  }
}
