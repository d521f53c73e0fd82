package java.util.function;

/** The methods with a body, retold. */
interface BiConsumer<T, U> {
  default BiConsumer<T, U> andThen(BiConsumer<? super T, ? super U> after) {
    return (x, y) -> {
      accept(x, y);
      after.accept(x, y);
    };
  }
}
