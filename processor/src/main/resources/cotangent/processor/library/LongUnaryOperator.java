package java.util.function;

/** The methods with a body, retold. */
interface LongUnaryOperator {
  default LongUnaryOperator compose(LongUnaryOperator before) {
    return x -> applyAsLong(before.applyAsLong(x));
  }

  default LongUnaryOperator andThen(LongUnaryOperator after) {
    return x -> after.applyAsLong(applyAsLong(x));
  }

  static LongUnaryOperator identity() {
    return x -> x;
  }
}
