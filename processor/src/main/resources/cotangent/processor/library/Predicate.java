package java.util.function;

/** The methods with a body, retold. */
interface Predicate<T> {
  default Predicate<T> and(Predicate<? super T> other) {
    return x -> test(x) && other.test(x);
  }

  default Predicate<T> negate() {
    return x -> !test(x);
  }

  default Predicate<T> or(Predicate<? super T> other) {
    return x -> test(x) || other.test(x);
  }

  static <T> Predicate<T> not(Predicate<? super T> target) {
    return x -> !target.test(x);
  }
}
