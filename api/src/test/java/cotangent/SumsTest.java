package cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SumsTest {
  @Test
  void addsInPlace() {
    double[][] sum = {{1, 2}, null, {3}};
    double[] row = sum[0];
    assertThat(Sums.plus(sum, new double[][] {{10, 20}, null, {30}})).isSameAs(sum);
    assertThat(sum).isDeepEqualTo(new double[][] {{11, 22}, null, {33}});
    assertThat(sum[0]).isSameAs(row);
    assertThat(Sums.plus(new float[] {1}, new float[] {2})).containsExactly(3f);
  }

  @Test
  void beginsWithACopy() {
    double[] first = {1, -0.0};
    double[] sum = Sums.plus(null, first);
    assertThat(sum).containsExactly(1, -0.0).isNotSameAs(first);
    assertThat(Sums.<double[]>plus(null, null)).isNull();
    assertThat(Sums.plus(sum, null)).isSameAs(sum);
  }

  @Test
  void divides() {
    assertThat(Sums.dividedBy(new double[][] {{3, 6}, null}, 3))
        .isDeepEqualTo(new double[][] {{1, 2}, null});
    assertThat(Sums.dividedBy(new float[] {1}, 4)).containsExactly(0.25f);
    assertThat(Sums.<float[]>dividedBy(null, 4)).isNull();
  }

  @Test
  void refusesOtherShapes() {
    double[][] sum = {{1, 2}, null};
    assertThatCode(() -> Sums.requireShape(sum, new double[][] {{3, 4}, null}, "w"))
        .doesNotThrowAnyException();
    refused(sum, new double[][] {{3, 4}}, "w has length 1, but 2 in the sum so far");
    refused(sum, new double[][] {{3}, null}, "w[0] has length 1, but 2 in the sum so far");
    refused(sum, new double[][] {{3, 4}, {}}, "w[1] is not null, as it was in the sum so far");
    refused(sum, null, "w is null, but was not in the sum so far");
    refused(new float[1], new float[2], "w has length 2, but 1 in the sum so far");
  }

  private static void refused(Object sum, Object more, String message) {
    assertThatThrownBy(() -> Sums.requireShape(sum, more, "w"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
