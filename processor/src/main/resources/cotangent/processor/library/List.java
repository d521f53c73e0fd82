package java.util;

import java.util.function.UnaryOperator;

/** What linked lists that are made in the method inherit, retold. */
interface List<E> {
  default void sort(Comparator<? super E> c) {
    List<E> all = new ArrayList<>(this);
    all.sort(c);
    for (int i = 0; i < all.size(); i++) {
      set(i, all.get(i));
    }
  }

  default void replaceAll(UnaryOperator<E> operator) {
    for (int i = 0; i < size(); i++) {
      set(i, operator.apply(get(i)));
    }
  }
}
