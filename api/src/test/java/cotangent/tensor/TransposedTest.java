package cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A product with a transpose is the same, bit for bit, whether the transpose is formed or not. */
class TransposedTest {
  private final Random random = new Random(5);

  @Test
  void productsAreTheSameWithoutIt() {
    for (int round = 0; round < 200; round++) {
      int m = random.nextInt(70);
      int n = random.nextInt(70);
      int k = random.nextInt(70);
      double[] a = numbers(m * n);
      double[] b = numbers(n * k);
      double[] ta = Kernels.transposed(a, m, n);
      double[] tb = Kernels.transposed(b, n, k);
      double[] plain = Kernels.product(a, m, n, false, b, n, k, false);
      assertThat(Kernels.product(ta, n, m, true, b, n, k, false)).isEqualTo(plain);
      assertThat(Kernels.product(a, m, n, false, tb, k, n, true)).isEqualTo(plain);
      assertThat(Kernels.product(ta, n, m, true, tb, k, n, true)).isEqualTo(plain);
      assertThat(Kernels.product(tb, k, n, false, ta, n, m, false))
          .isEqualTo(Kernels.transposed(plain, m, k));
      double[] x = numbers(n);
      assertThat(Kernels.transposedTimes(ta, n, m, x)).isEqualTo(Kernels.times(a, m, n, x));
    }
  }

  @Test
  void longRowsAreTheSameWithoutIt() {
    double[] a = numbers(130 * 300);
    double[] x = numbers(300);
    double[] ta = Kernels.transposed(a, 130, 300);
    assertThat(Kernels.transposedTimes(ta, 300, 130, x)).isEqualTo(Kernels.times(a, 130, 300, x));
    double[] b = numbers(300 * 33);
    assertThat(Kernels.product(ta, 300, 130, true, b, 300, 33, false))
        .isEqualTo(Kernels.product(a, 130, 300, false, b, 300, 33, false));
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }
}
