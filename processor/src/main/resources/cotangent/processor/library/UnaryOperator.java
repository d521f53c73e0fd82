package java.util.function;

/** The methods with a body, retold. */
interface UnaryOperator<T> {
  static <T> UnaryOperator<T> identity() {
    return x -> x;
  }
}
