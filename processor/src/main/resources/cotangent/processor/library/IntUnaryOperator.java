package java.util.function;

/** The methods with a body, retold. */
interface IntUnaryOperator {
  default IntUnaryOperator compose(IntUnaryOperator before) {
    return x -> applyAsInt(before.applyAsInt(x));
  }

  default IntUnaryOperator andThen(IntUnaryOperator after) {
    return x -> after.applyAsInt(applyAsInt(x));
  }

  static IntUnaryOperator identity() {
    return x -> x;
  }
}
