package java.util.function;

/** The methods with a body, retold. */
interface DoubleUnaryOperator {
  default DoubleUnaryOperator compose(DoubleUnaryOperator before) {
    return x -> applyAsDouble(before.applyAsDouble(x));
  }

  default DoubleUnaryOperator andThen(DoubleUnaryOperator after) {
    return x -> after.applyAsDouble(applyAsDouble(x));
  }

  static DoubleUnaryOperator identity() {
    return x -> x;
  }
}
