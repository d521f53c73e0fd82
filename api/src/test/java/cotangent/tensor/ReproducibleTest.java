package cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same bits in each run and each thread, whatever was multiplied before. */
class ReproducibleTest {
  private final Random random = new Random(11);
  private final Matrix a = matrix(37, 301);
  private final Matrix b = matrix(301, 43);
  private final Vector x = Vector.wrap(random.doubles(301, -1, 1).toArray());

  private Matrix matrix(int rows, int columns) {
    return Matrix.wrap(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
  }

  private List<Object> results() {
    return List.of(
        a.times(b),
        a.times(x),
        x.outer(x),
        b.transpose().times(a.transpose()),
        a.rowSums(),
        x.sum(),
        x.norm());
  }

  @Test
  void fromRunToRunAndThreadToThread() throws Exception {
    List<Object> first = results();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<List<Object>> again =
          () -> {
            matrix(5, 700).times(matrix(700, 9)); // other sizes, in the same memory
            return results();
          };
      for (Future<List<Object>> results : threads.invokeAll(List.of(again, again, again, again))) {
        assertThat(results.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void asTheTextbooksLoopGivesThem() {
    double[] expected = new double[37 * 43];
    for (int i = 0; i < 37; i++) {
      for (int j = 0; j < 43; j++) {
        for (int k = 0; k < 301; k++) {
          expected[i * 43 + j] += a.get(i, k) * b.get(k, j);
        }
      }
    }
    assertThat(Arrays.equals(a.times(b).values(), expected)).isTrue();
  }
}
