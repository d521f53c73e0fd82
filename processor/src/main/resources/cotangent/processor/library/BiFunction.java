package java.util.function;

/** The methods with a body, retold. */
interface BiFunction<T, U, R> {
  default <V> BiFunction<T, U, V> andThen(Function<? super R, ? extends V> after) {
    return (x, y) -> after.apply(apply(x, y));
  }
}
