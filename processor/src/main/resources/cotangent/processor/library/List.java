package java.util;

import java.util.function.UnaryOperator;

/** What lists that are made in the method have in common, retold. */
interface List<E> {
  default boolean contains(Object o) {
    return indexOf(o) >= 0;
  }

  default boolean containsAll(Collection<?> c) {
    for (Object each : c) {
      if (!contains(each)) {
        return false;
      }
    }
    return true;
  }

  default boolean equals(Object o) {
    if (!(o instanceof List)) {
      return false;
    }
    List<Object> other = (List<Object>) o;
    int size = size();
    boolean isSame = size == other.size();
    for (int i = 0; isSame && i < size; i++) {
      E one = get(i);
      Object two = other.get(i);
      isSame = one == null ? two == null : one.equals(two);
    }
    return isSame;
  }

  default int indexOf(Object o) {
    int size = size();
    for (int i = 0; i < size; i++) {
      if (o == null ? get(i) == null : o.equals(get(i))) {
        return i;
      }
    }
    return -1;
  }

  default int lastIndexOf(Object o) {
    for (int i = size() - 1; i >= 0; i--) {
      if (o == null ? get(i) == null : o.equals(get(i))) {
        return i;
      }
    }
    return -1;
  }

  default <T> T[] toArray(T[] a) {
    int size = size();
    T[] all = a.length < size ? Arrays.copyOf(a, size) : a;
    for (int i = 0; i < size; i++) {
      all[i] = (T) get(i);
    }
    if (a.length > 0) {
      if (a.length > size) {
        all[size] = null;
      }
    }
    return all;
  }

  default void sort(Comparator<? super E> c) {
    List<E> all = new ArrayList<>(this);
    all.sort(c);
    for (int i = 0; i < all.size(); i++) {
      set(i, all.get(i));
    }
  }

  default void replaceAll(UnaryOperator<E> operator) {
    int size = size();
    for (int i = 0; i < size; i++) {
      set(i, operator.apply(get(i)));
    }
  }

  default Iterator<E> iterator() {
    return listIterator(0);
  }

  default ListIterator<E> listIterator() {
    return listIterator(0);
  }

  /** Of lists that neither grow nor shrink, as far as they say themselves. */
  default ListIterator<E> listIterator(int index) {
    int size = size();
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index);
    }
    List<E> all = (List<E>) this;
    return new ListIterator<E>() {
      int next = index;
      int last = -1;

      @Override
      public boolean hasNext() {
        return next != size;
      }

      @Override
      public E next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        last = next++;
        return get(last);
      }

      @Override
      public boolean hasPrevious() {
        return next > 0;
      }

      @Override
      public E previous() {
        if (next <= 0) {
          throw new NoSuchElementException();
        }
        last = --next;
        return get(last);
      }

      @Override
      public int nextIndex() {
        return next;
      }

      @Override
      public int previousIndex() {
        return next - 1;
      }

      @Override
      public void set(E e) {
        if (last < 0) {
          throw new IllegalStateException();
        }
        all.set(last, e);
      }

      @Override
      public void add(E e) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void remove() {
        throw new UnsupportedOperationException();
      }
    };
  }
}
