package java.util.function;

/** The methods with a body, retold. */
interface Function<T, R> {
  default <V> Function<V, R> compose(Function<? super V, ? extends T> before) {
    return x -> apply(before.apply(x));
  }

  default <V> Function<T, V> andThen(Function<? super R, ? extends V> after) {
    return x -> after.apply(apply(x));
  }

  static <T> Function<T, T> identity() {
    return x -> x;
  }
}
