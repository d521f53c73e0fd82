package cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
  @Test
  void aMisfitIsExplainedByTheArrayThatBoundTheName() {
    assertThat(Sizes.misfit("a", "m, n", new double[2][4], "x", "n", new double[3]))
        .hasMessage("x has length 3, but @Shape(\"n\") is 4, as a is 2 × 4");
  }

  @Test
  void numbersBindBeforeArrays() {
    assertThat(Sizes.misfit("x", "n", new double[3], "n", null, 4))
        .hasMessage("x has length 3, but @Shape(\"n\") is 4, as n is 4");
  }

  @Test
  void allNamesOfAnExpressionAreExplained() {
    assertThat(
            Sizes.misfit("k", null, 3, "x", "n", new double[2], "y", "k * n + 1", new double[3][2]))
        .hasMessage("y has length 3, but @Shape(\"k * n + 1\") is 7, as k is 3 and x has length 2");
  }

  @Test
  void matricesAreSeenAsWhole() {
    assertThat(Sizes.misfit("x", "n", new double[4], "a", "2, n", new double[2][3]))
        .hasMessage("a is 2 × 3, but @Shape(\"2, n\") is 2 × 4, as x has length 4");
    assertThat(Sizes.misfit("a", "3", new int[2]))
        .hasMessage("a has length 2, but @Shape(\"3\") is 3");
  }

  @Test
  void raggedRowsAreNamed() {
    double[][] ragged = {null, {1, 2, 3, 4}, {1, 2, 3}};
    assertThat(Sizes.misfit("a", "m, n", ragged))
        .hasMessage("a[2] has length 3, but @Shape(\"n\") is 4, as a[1] has length 4");
    assertThat(Sizes.fit(ragged, 3, 4)).isFalse();
  }

  @Test
  void whatIsNotThereSaysNothing() {
    assertThat(Sizes.of(null, 0)).isEqualTo(Sizes.UNKNOWN);
    assertThat(Sizes.of(new double[0][], 1)).isEqualTo(Sizes.UNKNOWN);
    assertThat(Sizes.of(new double[][][] {null, {}, {{1, 2}}}, 2)).isEqualTo(2);
    assertThat(Sizes.fit(null, 3)).isTrue();
    assertThat(Sizes.fit(new double[][] {null, {1}}, 2, 1)).isTrue();
    assertThat(Sizes.fit(new float[2][3][4], 2, 3, Sizes.UNKNOWN)).isTrue();
    assertThat(Sizes.fit(new float[2][3][4], 2, 3, 5)).isFalse();
    assertThat(Sizes.either(Sizes.UNKNOWN, 2)).isEqualTo(2);
    assertThat(Sizes.either(1, 2)).isEqualTo(1);
  }

  @Test
  void tangentsHaveTheLengthsOfWhatTheyBelongTo() {
    assertThatThrownBy(() -> Sizes.requireSame("tx", new double[2], "x", new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tx has length 2, but x has length 3");
    double[][] ragged = {{1}, {1, 2}};
    assertThatThrownBy(() -> Sizes.requireSame("da", new double[2][1], "a", ragged))
        .hasMessage("da[1] has length 1, but a[1] has length 2");
    assertThatCode(() -> Sizes.requireSame("da", new double[][] {null, {3, 4}}, "a", ragged))
        .doesNotThrowAnyException();
  }

  @Test
  void saysWhichTensorOfManyIsAnother() {
    Matrix[] layers = {Matrix.zeros(2, 3), Matrix.zeros(2, 4)};
    assertThat(Sizes.misfit("w", "k, 2, 3", layers))
        .hasMessage("w[1] is 2 × 4, but @Shape(\"3\") is 3");
    assertThat(Sizes.misfit("w", "k, m, n", layers, "x", "n", Vector.zeros(5)))
        .hasMessage("w[1] is 2 × 4, but @Shape(\"n\") is 3, as w[0] is 2 × 3");
    Vector[] rows = {Vector.zeros(2), null, Vector.zeros(3)};
    assertThat(Sizes.misfit("v", "k, n", rows))
        .hasMessage("v[2] has length 3, but @Shape(\"n\") is 2, as v[0] has length 2");
  }

  @Test
  void vectorsAndMatricesHaveSizes() {
    Matrix matrix = Matrix.zeros(2, 4);
    assertThat(Sizes.of(new Matrix[] {null, matrix}, 2)).isEqualTo(4);
    assertThat(Sizes.fit(matrix, 2, 4)).isTrue();
    assertThat(Sizes.fit(new Matrix[] {matrix}, 1, 2, 3)).isFalse();
    assertThat(Sizes.misfit("a", "m, n", matrix, "x", "n", Vector.zeros(3)))
        .hasMessage("x has length 3, but @Shape(\"n\") is 4, as a is 2 × 4");
    assertThat(Sizes.misfit("a", "k, n, n", new Matrix[] {Matrix.zeros(3, 3), matrix, matrix}))
        .hasMessageStartingWith("a[1] is ")
        .hasMessageContaining(", but @Shape(\"n\") is 3");
    assertThat(Sizes.misfit("a", "k, n, n", new Matrix[] {matrix}))
        .hasMessage("a is 1 × 2 × 4, but @Shape(\"k, n, n\") is 1 × 2 × 2, as a is 1 × 2 × 4");
    assertThatThrownBy(() -> Sizes.requireSame("ta", Matrix.zeros(2, 3), "a", matrix))
        .hasMessage("ta is 2 × 3, but a is 2 × 4");
  }

  @Test
  void shapesAreSumsOfProducts() {
    Dimensions shape = Dimensions.of("m, 2 * n*n - m + 1,-k+3");
    assertThat(shape.rank()).isEqualTo(3);
    assertThat(shape.sizes(Map.of("m", 5, "n", 3, "k", 1))).containsExactly(5, 14, 2);
    assertThat(shape.sizes(Map.of("m", 5))).containsExactly(5, null, null);
    assertThat(shape.names(1)).isEqualTo(Set.of("n", "m"));
    assertThat(shape.isName(0)).isTrue();
    assertThat(shape.isName(1)).isFalse();
    assertThat(shape.text(1)).isEqualTo("2 * n*n - m + 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|a dimension is empty",
        "m,|a dimension is empty",
        "m n|\"n\" stands where +, - or * has to",
        "m + * n|\"*\" stands where a name or a number has to",
        "--m|\"-\" stands where a name or a number has to",
        "2 *|\"2 *\" ends too early",
        "m / 2|\"/\" has no meaning here",
        "(m)|\"(\" has no meaning here",
        "12345678901|\"1\" has no meaning here",
      })
  void whatCanNotBeReadIsRefused(String shape, String message) {
    assertThatThrownBy(() -> Dimensions.of(shape))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "größe", "n_1", "7", "m - 1"})
  void whatCanBeReadIsGivenBack(String shape) {
    assertThat(Dimensions.of(shape)).hasToString(shape);
  }

  @Test
  void shapesOfManyMatricesAreComparedOneByOne() {
    double[][] values = {null, new double[6]};
    int[] two = {0, 2};
    int[] three = {0, 3};
    assertThatCode(
            () -> Sizes.requireSame("t[].w", two, three, values, "a[].w", two, three, values))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> Sizes.requireSame("t[].w", two, three, values, "a[].w", three, two, values))
        .hasMessage("t[1].w is 2 × 3, but a[1].w is 3 × 2");
    double[][] one = {null};
    assertThatThrownBy(
            () -> Sizes.requireSame("t[].w", two, three, one, "a[].w", two, three, values))
        .hasMessage("t has length 1, but a has length 2");
    double[][][] deep = {values};
    int[][] rows = {two};
    int[][] columns = {three};
    assertThatThrownBy(
            () ->
                Sizes.requireSame(
                    "t[].l[].w", rows, columns, deep, "a[].l[].w", columns, rows, deep))
        .hasMessage("t[0].l[1].w is 2 × 3, but a[0].l[1].w is 3 × 2");
  }

  @Test
  void partsOfEachAreNamedByTheirPlaces() {
    assertThatThrownBy(
            () ->
                Sizes.requireSame(
                    "t[].b", new double[][] {{1}, {2, 3}}, "a[].b", new double[][] {{1}, {2}}))
        .hasMessage("t[1].b has length 2, but a[1].b has length 1");
    assertThatThrownBy(() -> Sizes.requireSame("t[].x", new double[1], "a[].x", new double[2]))
        .hasMessage("t has length 1, but a has length 2");
  }
}
