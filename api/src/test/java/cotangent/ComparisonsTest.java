package cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final int[] SIZES = {0, 1, 2, 3, 7, 31, 32, 33, 64, 65, 100, 257, 1000, 5000};

  /** What was compared, and the order or the exception that came of it. */
  private record Outcome(List<Integer> asked, Integer[] order, String failure) {}

  @Test
  void asksWhatJavaAsksWhateverTheAnswers() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      int n = SIZES[round % SIZES.length];
      int kinds = 1 + random.nextInt(round % 3 == 0 ? 3 : 3 * n + 1);
      int[] keys = random.ints(n, 0, kinds).toArray();
      if (round % 5 == 0) {
        for (int i = 0; i + 1 < n; i++) {
          keys[i] = i % (1 + n / 3) + (random.nextInt(20) == 0 ? random.nextInt(n) : 0);
        }
      }
      int fault = round % 4;
      Comparator<Integer> comparator =
          (a, b) -> {
            int right = Integer.compare(keys[a], keys[b]);
            return switch (fault) {
              case 0 -> right;
              case 1 -> right < 0 ? -1 : 1;
              case 2 -> (31 * a + 17 * b) % 11 == 0 ? -right : right;
              default -> (a * 7919 + b * 104729) % 3 - 1;
            };
          };
      assertSame(sorted(n, comparator), answered(n, comparator));
    }
  }

  private static void assertSame(Outcome wanted, Outcome found) {
    assertEquals(wanted.asked, found.asked);
    assertEquals(wanted.failure, found.failure);
    if (wanted.failure.isEmpty()) {
      assertArrayEquals(wanted.order, found.order);
    }
  }

  private static Outcome sorted(int n, Comparator<Integer> comparator) {
    List<Integer> asked = new ArrayList<>();
    Integer[] all = new Integer[n];
    Arrays.setAll(all, i -> i);
    String failure = "";
    try {
      Arrays.sort(
          all,
          (a, b) -> {
            asked.add(a);
            asked.add(b);
            return comparator.compare(a, b);
          });
    } catch (IllegalArgumentException e) {
      failure = e.getMessage();
    }
    return new Outcome(asked, all, failure);
  }

  private static Outcome answered(int n, Comparator<Integer> comparator) {
    List<Integer> asked = new ArrayList<>();
    Comparisons comparisons = Comparisons.of(3, n + 3);
    String failure = "";
    try {
      while (comparisons.isOpen()) {
        int a = comparisons.left() - 3;
        int b = comparisons.right() - 3;
        asked.add(a);
        asked.add(b);
        comparisons.answer(comparator.compare(a, b));
      }
    } catch (IllegalArgumentException e) {
      failure = e.getMessage();
    }
    Integer[] order =
        Arrays.stream(comparisons.order()).mapToObj(i -> i - 3).toArray(Integer[]::new);
    return new Outcome(asked, order, failure);
  }
}
