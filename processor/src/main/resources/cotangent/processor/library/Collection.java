package java.util;

import java.util.function.Predicate;

/** What collections that are made in the method inherit, retold. */
interface Collection<E> {
  default boolean removeIf(Predicate<? super E> filter) {
    boolean isLess = false;
    Iterator<E> each = iterator();
    while (each.hasNext()) {
      if (filter.test(each.next())) {
        each.remove();
        isLess = true;
      }
    }
    return isLess;
  }
}
