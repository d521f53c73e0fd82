package cotangent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CotangentTest {
  @Test
  void aStoppedNumberIsTheNumber() {
    assertThat(Cotangent.stop(0.1)).isEqualTo(0.1);
    assertThat(Cotangent.stop(0.1f)).isEqualTo(0.1f);
    assertThat(Cotangent.stop(16_777_217)).isEqualTo(16_777_217L);
  }

  @Test
  void aStoppedArrayIsACopy() {
    double[] x = {1, 2};
    assertThat(Cotangent.stop(x)).isEqualTo(x).isNotSameAs(x);
    float[] y = {1, 2};
    assertThat(Cotangent.stop(y)).isEqualTo(y).isNotSameAs(y);
  }

  @Test
  void aStoppedArrayOfRowsSharesNoRow() {
    double[][] x = {{1, 2}, {3}};
    double[][] copy = Cotangent.stop(x);
    assertThat(copy).isDeepEqualTo(x);
    assertThat(copy[1]).isNotSameAs(x[1]);
    float[][] y = {{1, 2}, {3}};
    float[][] floatCopy = Cotangent.stop(y);
    assertThat(floatCopy).isDeepEqualTo(y);
    assertThat(floatCopy[1]).isNotSameAs(y[1]);
  }
}
