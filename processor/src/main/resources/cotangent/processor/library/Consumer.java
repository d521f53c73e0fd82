package java.util.function;

/** The methods with a body, retold. */
interface Consumer<T> {
  default Consumer<T> andThen(Consumer<? super T> after) {
    return x -> {
      accept(x);
      after.accept(x);
    };
  }
}
