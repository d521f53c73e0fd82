package cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorTest {
  @Test
  void onlyWrapSharesItsArray() {
    double[] array = {1, 2};
    Vector copied = Vector.of(array);
    Vector shared = Vector.wrap(array);

    array[0] = 7;
    shared.set(1, 8);

    assertThat(copied).isEqualTo(Vector.of(1, 2));
    assertThat(array).containsExactly(7, 8);
    assertThat(shared.toArray()).isNotSameAs(array).containsExactly(7, 8);
  }

  @Test
  void ofNoArrayThereIsNoVector() {
    double[] none = null;
    assertThatThrownBy(() -> Vector.wrap(none))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("length");
    assertThatThrownBy(() -> Matrix.wrap(0, 0, none)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void aCopySharesNothing() {
    Vector x = Vector.of(1, 2);
    Vector copy = x.copy();

    copy.set(0, 9);

    assertThat(x.get(0)).isEqualTo(1);
  }

  @Test
  void namedVectors() {
    assertThat(Vector.zeros(2)).isEqualTo(Vector.of(0, 0));
    assertThat(Vector.ones(2)).isEqualTo(Vector.of(1, 1));
    assertThat(Vector.unit(3, 1)).isEqualTo(Vector.of(0, 1, 0));
    assertThatThrownBy(() -> Vector.unit(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Vector.zeros(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void productsOfTwoVectors() {
    Vector x = Vector.of(1, 2, 3, 4, 5);
    Vector y = Vector.of(2, 3, 4, 5, 6);

    assertThat(x.dot(y)).isEqualTo(70);
    assertThat(x.squaredDistance(y)).isEqualTo(5);
    assertThat(Vector.of(1, -2).outer(Vector.of(3, 0, 5)))
        .isEqualTo(Matrix.of(new double[][] {{3, 0, 5}, {-6, -0.0, -10}}));
    assertThatThrownBy(() -> x.dot(Vector.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dot needs two of one shape, not 5 elements and 1 element");
  }

  @Test
  void probabilitiesOfScores() {
    Vector scores = Vector.of(1000, 999, -1000);

    assertThat(scores.softmax().sum()).isCloseTo(1, offset(1e-15));
    assertThat(scores.softmax().get(2)).isZero();
    assertThat(scores.logSoftmax().get(2)).isCloseTo(-2000.3132616875, offset(1e-9));
    assertThat(scores.logSumExp()).isCloseTo(1000.3132616875, offset(1e-9));
  }

  @Test
  void probabilitiesOfNoScores() {
    Vector none = Vector.zeros(0);

    assertThat(none.softmax().size()).isZero();
    assertThat(none.logSoftmax().size()).isZero();
    assertThat(none.logSumExp()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void parts() {
    Vector x = Vector.of(1, 2, 3);

    assertThat(x.slice(1, 3)).isEqualTo(Vector.of(2, 3));
    assertThat(x.slice(3, 3).size()).isZero();
    assertThat(x.concat(Vector.of(4), Vector.zeros(0), Vector.of(5)))
        .isEqualTo(Vector.of(1, 2, 3, 4, 5));
    assertThat(x.pick(2)).isEqualTo(3);
    assertThatThrownBy(() -> x.slice(1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slice from 1 to 4 of 3 elements");
    assertThatThrownBy(() -> x.pick(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sumsOfEveryLengthReachEveryElement() {
    for (int n = 0; n < 20; n++) {
      Vector x = Vector.wrap(IntStream.rangeClosed(1, n).asDoubleStream().toArray());

      assertThat(x.sum()).isEqualTo(n * (n + 1) / 2.0);
      assertThat(x.dot(Vector.ones(n))).isEqualTo(x.sum());
    }
  }

  @Test
  void isWrittenAsAPersonWould() {
    assertThat(Vector.of(1, 2.5, -3)).hasToString("[1, 2.5, -3]");
    assertThat(Vector.zeros(0)).hasToString("[]");
    assertThat(Vector.zeros(1001)).hasToString("[0, 0, 0, ..., 0, 0, 0]");
  }

  @Test
  void isEqualByContents() {
    assertThat(Vector.of(1, Double.NaN)).isEqualTo(Vector.of(1, Double.NaN));
    assertThat(Vector.of(1, 2)).hasSameHashCodeAs(Vector.of(1, 2));
    assertThat(Vector.of(1, 2)).isNotEqualTo(Vector.of(1, 2, 0));
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    assertThat(serialized(Vector.of(1, 2))).isEqualTo(Vector.of(1, 2));
    assertThat(serialized(Matrix.identity(2))).isEqualTo(Matrix.identity(2));
  }

  private static Object serialized(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
