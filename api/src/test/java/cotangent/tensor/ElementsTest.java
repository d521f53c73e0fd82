package cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what goes element by element, against the function of one element. */
class ElementsTest {
  private static final double[] VALUES = {
    0.25, -1.5, 0, 3, -0.0, 1000, -1000, Double.NaN, Double.POSITIVE_INFINITY
  };
  private static final double[] OTHERS = {2, -1.5, 0, -3, 0.5, 1e-3, 7, 1, 1};

  static Stream<Arguments> functions() {
    return Stream.of(
        function("negated", Tensor::negated, x -> -x),
        function("square", Tensor::square, x -> x * x),
        function("sqrt", Tensor::sqrt, Math::sqrt),
        function("exp", Tensor::exp, Math::exp),
        function("log", Tensor::log, Math::log),
        function("sin", Tensor::sin, Math::sin),
        function("cos", Tensor::cos, Math::cos),
        function("tanh", Tensor::tanh, Math::tanh),
        function("relu", Tensor::relu, x -> Math.max(x, 0)),
        function("abs", Tensor::abs, Math::abs),
        function("pow", t -> t.pow(3), x -> Math.pow(x, 3)),
        function("map", t -> t.map(x -> x * x + 1), x -> x * x + 1),
        function("plus", t -> t.plus(2), x -> x + 2),
        function("minus", t -> t.minus(2), x -> x - 2),
        function("times", t -> t.times(3), x -> x * 3),
        function("dividedBy", t -> t.dividedBy(3), x -> x / 3));
  }

  private static Arguments function(
      String name, UnaryOperator<Vector> vectors, DoubleUnaryOperator elements) {
    return Arguments.of(name, vectors, elements);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void appliesAFunctionToEachElement(
      String name, UnaryOperator<Vector> vectors, DoubleUnaryOperator elements) {
    Vector x = Vector.of(VALUES);

    Vector y = vectors.apply(x);

    assertThat(y).isEqualTo(Vector.wrap(DoubleStream.of(VALUES).map(elements).toArray()));
    assertThat(x).isEqualTo(Vector.of(VALUES));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair("plus", Tensor::plus, Double::sum),
        pair("minus", Tensor::minus, (a, b) -> a - b),
        pair("hadamard", Tensor::hadamard, (a, b) -> a * b),
        pair("dividedBy", Tensor::dividedBy, (a, b) -> a / b),
        pair("max", Tensor::max, Math::max),
        pair("min", Tensor::min, Math::min));
  }

  private static Arguments pair(
      String name, BinaryOperator<Matrix> matrices, DoubleBinaryOperator elements) {
    return Arguments.of(name, matrices, elements);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void combinesElementsOfOneShape(
      String name, BinaryOperator<Matrix> matrices, DoubleBinaryOperator elements) {
    Matrix a = new Matrix(3, 3, VALUES.clone());
    Matrix b = new Matrix(3, 3, OTHERS.clone());

    Matrix c = matrices.apply(a, b);

    double[] expected = new double[9];
    Arrays.setAll(expected, i -> elements.applyAsDouble(VALUES[i], OTHERS[i]));
    assertThat(c).isEqualTo(new Matrix(3, 3, expected));
    assertThatThrownBy(() -> matrices.apply(a, Matrix.zeros(3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " needs two of one shape, not 3 × 3 and 3 × 4");
  }

  @Test
  void theLogisticFunctionLosesNoDigitsFarFromZero() {
    Vector y = Vector.of(0, 800, -800, -40, 40).sigmoid();

    assertThat(y.toArray()).startsWith(0.5, 1, 0);
    assertThat(y.get(3)).isEqualTo(Math.exp(-40));
    assertThat(1 - y.get(4)).isLessThan(1e-15);
  }

  @Test
  void softplusNeverOverflows() {
    Vector y = Vector.of(0, 800, -800, -40).softplus();

    assertThat(y.toArray()).containsExactly(Math.log(2), 800, 0, Math.exp(-40));
  }

  @Test
  void reducesToANumber() {
    Vector x = Vector.of(3, -4, 0, 12, 1);

    assertThat(x.sum()).isEqualTo(12);
    assertThat(x.mean()).isEqualTo(2.4);
    assertThat(x.max()).isEqualTo(12);
    assertThat(x.min()).isEqualTo(-4);
    assertThat(x.squaredNorm()).isEqualTo(170);
    assertThat(x.norm()).isEqualTo(Math.sqrt(170));
  }

  @Test
  void aNormNeitherOverflowsNorUnderflows() {
    assertThat(Vector.of(3e200, -4e200).norm()).isCloseTo(5e200, within(1e185));
    assertThat(Vector.of(3e-200, 4e-200).norm()).isCloseTo(5e-200, within(1e-215));
    assertThat(Vector.of(3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE).norm())
        .isEqualTo(5 * Double.MIN_VALUE);
    assertThat(Vector.of(1, Double.NEGATIVE_INFINITY).norm()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Vector.of(1, Double.NaN).norm()).isNaN();
    assertThat(Vector.zeros(3).norm()).isZero();
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  @Test
  void aReductionOfNoElements() {
    Vector none = Vector.zeros(0);

    assertThat(none.sum()).isZero();
    assertThat(none.norm()).isZero();
    assertThatThrownBy(none::mean).hasMessage("mean of no elements");
    assertThatThrownBy(none::max).hasMessage("max of no elements");
    assertThatThrownBy(none::min).hasMessage("min of no elements");
  }
}
