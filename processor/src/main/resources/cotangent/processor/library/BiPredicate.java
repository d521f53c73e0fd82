package java.util.function;

/** The methods with a body, retold. */
interface BiPredicate<T, U> {
  default BiPredicate<T, U> and(BiPredicate<? super T, ? super U> other) {
    return (x, y) -> test(x, y) && other.test(x, y);
  }

  default BiPredicate<T, U> negate() {
    return (x, y) -> !test(x, y);
  }

  default BiPredicate<T, U> or(BiPredicate<? super T, ? super U> other) {
    return (x, y) -> test(x, y) || other.test(x, y);
  }
}
