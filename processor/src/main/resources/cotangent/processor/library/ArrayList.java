package java.util;

import java.util.function.Predicate;

/** What is done with lists that are made in the method, retold. */
class ArrayList<E> {
  boolean contains(Object o) {
    return indexOf(o) >= 0;
  }

  int indexOf(Object o) {
    int size = size();
    for (int i = 0; i < size; i++) {
      if (o == null ? get(i) == null : o.equals(get(i))) {
        return i;
      }
    }
    return -1;
  }

  boolean remove(Object o) {
    int i = indexOf(o);
    if (i < 0) {
      return false;
    }
    remove(i);
    return true;
  }

  boolean addAll(Collection<? extends E> c) {
    int before = size();
    if (c instanceof List) {
      List<E> more = (List<E>) c;
      int count = more.size();
      for (int i = 0; i < count; i++) {
        add(more.get(i));
      }
    } else {
      for (E each : c) {
        add(each);
      }
    }
    return size() != before;
  }

  boolean removeIf(Predicate<? super E> filter) {
    int before = size();
    int count = 0;
    int changes = modCount;
    boolean[] stays = new boolean[before];
    for (int i = 0; i < before; i++) {
      stays[i] = !filter.test(get(i));
    }
    if (changes != modCount) {
      throw new ConcurrentModificationException();
    }
    for (int i = 0; i < before; i++) {
      if (stays[i]) {
        set(count, get(i));
        count++;
      }
    }
    while (size() > count) {
      remove(size() - 1);
    }
    return count < before;
  }

  <T> T[] toArray(T[] a) {
    int size = size();
    T[] all = a.length < size ? Arrays.copyOf(a, size) : a;
    for (int i = 0; i < size; i++) {
      all[i] = (T) get(i);
    }
    if (a.length > size) {
      all[size] = null;
    }
    return all;
  }

  Iterator<E> iterator() {
    return new Iterator<E>() {
      int next = 0;
      int last = -1;
      int changes = modCount;

      @Override
      public boolean hasNext() {
        return next != size();
      }

      @Override
      public E next() {
        requireUnchanged();
        if (next >= size()) {
          throw new NoSuchElementException();
        }
        last = next++;
        return get(last);
      }

      @Override
      public void remove() {
        if (last < 0) {
          throw new IllegalStateException();
        }
        requireUnchanged();
        ArrayList.this.remove(last);
        next = last;
        last = -1;
        changes = modCount;
      }

      void requireUnchanged() {
        if (changes != modCount) {
          throw new ConcurrentModificationException();
        }
      }
    };
  }
}
