package java.util;

import java.util.function.IntFunction;
import java.util.function.Predicate;

/** What collections that are made in the method inherit, retold. */
interface Collection<E> {
  /** Of a collection from outside. */
  default boolean addAll(Collection<? extends E> c) {
    boolean isMore = false;
    for (E each : c) {
      add(each);
      isMore = true;
    }
    return isMore;
  }

  default <T> T[] toArray(T[] a) {
    int size = size();
    T[] all = a.length < size ? Arrays.copyOf(a, size) : a;
    int count = 0;
    for (E each : this) {
      all[count++] = (T) each;
    }
    if (a.length > 0) {
      if (a.length > size) {
        all[size] = null;
      }
    }
    return all;
  }

  default <T> T[] toArray(IntFunction<T[]> generator) {
    return toArray(generator.apply(0));
  }

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
