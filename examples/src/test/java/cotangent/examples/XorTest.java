package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.tensor.Matrix;
import cotangent.verify.Gradients;
import org.junit.jupiter.api.Test;

class XorTest {
  private static final Matrix INPUTS = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

  @Test
  void isLearned() {
    Xor.Network net = Xor.trained(INPUTS, Matrix.of(new double[][] {{0}, {1}, {1}, {0}}));
    double[] right = {0, 1, 1, 0};
    for (int i = 0; i < right.length; i++) {
      assertThat(net.answer(INPUTS.row(i)).get(0)).isCloseTo(right[i], within(1e-6));
    }
  }

  @Test
  void theGradientIsRight() {
    Gradients.of(Xor.class).points(5).verify();
  }
}
