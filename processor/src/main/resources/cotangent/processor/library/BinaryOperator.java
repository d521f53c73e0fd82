package java.util.function;

import java.util.Comparator;

/** The methods with a body, retold. */
interface BinaryOperator<T> {
  static <T> BinaryOperator<T> minBy(Comparator<? super T> comparator) {
    return (a, b) -> comparator.compare(a, b) <= 0 ? a : b;
  }

  static <T> BinaryOperator<T> maxBy(Comparator<? super T> comparator) {
    return (a, b) -> comparator.compare(a, b) >= 0 ? a : b;
  }
}
