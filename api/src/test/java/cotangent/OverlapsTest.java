package cotangent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Vector;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapsTest {
  private static final String NAME = "a[].w[]";

  private final Random random = new Random(1);

  private static void refuses(String one, String other, Runnable check) {
    assertThatThrownBy(check::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(one + " and " + other + " are the same array, to which f may write");
  }

  private double[][] rows(int count) {
    double[][] rows = new double[count][1];
    rows[random.nextInt(count)] = new double[0];
    rows[random.nextInt(count)] = null;
    return rows;
  }

  @Test
  void ofOneArrayOfAnySize() {
    for (int size = 4; size < 2000; size += size / 2) {
      double[][] rows = rows(size);
      double[] empty = {};
      rows[0] = empty;
      rows[1] = empty;
      assertThatCode(() -> Overlaps.refuse("f", "x[]", rows)).doesNotThrowAnyException();
      int one = random.nextInt(size - 1);
      int other = one + 1 + random.nextInt(size - 1 - one);
      rows[one] = new double[1];
      rows[other] = rows[one];
      refuses("x[" + one + "]", "x[" + other + "]", () -> Overlaps.refuse("f", "x[]", rows));
    }
  }

  @Test
  void ofTwoArraysOfAnySize() {
    for (int size = 4; size < 2000; size += size / 2) {
      double[][] rows = rows(size);
      double[][] others = rows(2 * size);
      assertThatCode(() -> Overlaps.refuse("f", "x[]", rows, "y[]", others))
          .doesNotThrowAnyException();
      int one = random.nextInt(size);
      int other = random.nextInt(size);
      rows[one] = new double[1];
      others[other] = rows[one];
      String place = "x[" + one + "]";
      String second = "y[" + other + "]";
      refuses(place, second, () -> Overlaps.refuse("f", "x[]", rows, "y[]", others));
      refuses(second, place, () -> Overlaps.refuse("f", "y[]", others, "x[]", rows));
      refuses(place, "z", () -> Overlaps.refuse("f", "x[]", rows, "z", rows[one]));
      refuses("z", place, () -> Overlaps.refuse("f", "z", rows[one], "x[]", rows));
    }
  }

  @Test
  void insideArraysOfArrays() {
    double[] one = {1};
    double[][][] rows = {{}, null, {{1}, null, one}, {{2}}, {{3}, {4}, one}};
    refuses("a[2].w[2]", "a[4].w[2]", () -> Overlaps.refuse("f", NAME, rows));
    refuses("a[2].w[2]", "y", () -> Overlaps.refuse("f", NAME, rows, "y", one));
    refuses("y", "a[2].w[2]", () -> Overlaps.refuse("f", "y", one, NAME, rows));
  }

  @Test
  void wholeArraysOfAnything() {
    Vector[] all = {Vector.ones(1)};
    refuses("a", "b", () -> Overlaps.refuse("f", "a", all, "b", all));
    assertThatCode(() -> Overlaps.refuse("f", "a", all, "b", all.clone()))
        .doesNotThrowAnyException();
  }

  @Test
  void nothingIsNeverTheSame() {
    assertThatCode(
            () -> {
              Overlaps.refuse("f", "a", null, "b", null);
              Overlaps.refuse("f", "a[]", null, "b", null);
              Overlaps.refuse("f", NAME, null);
              Overlaps.refuse("f", "a[]", new double[][] {null, null}, "b", null);
            })
        .doesNotThrowAnyException();
  }
}
