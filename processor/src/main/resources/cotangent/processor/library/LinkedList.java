package java.util;

/** What is done with linked lists that are made in the method, retold: they are held as queues. */
class LinkedList<E> {
  boolean remove(Object o) {
    int i = indexOf(o);
    if (i < 0) {
      return false;
    }
    remove(i);
    return true;
  }

  E remove(int index) {
    E removed = get(index);
    if (index == 0) {
      removeFirst();
    } else {
      int last = size() - 1;
      for (int i = index; i < last; i++) {
        set(i, get(i + 1));
      }
      removeLast();
    }
    return removed;
  }

  void add(int index, E element) {
    int size = size();
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    if (index == 0) {
      addFirst(element);
    } else {
      addLast(element);
      for (int i = size; i > index; i--) {
        set(i, get(i - 1));
      }
      set(index, element);
    }
  }

  boolean addAll(Collection<? extends E> c) {
    int before = size();
    for (E each : new ArrayList<>(c)) {
      addLast(each);
    }
    return size() > before;
  }

  boolean addAll(int index, Collection<? extends E> c) {
    int size = size();
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    int place = index;
    for (E each : new ArrayList<>(c)) {
      add(place++, each);
    }
    return place > index;
  }

  Iterator<E> descendingIterator() {
    return new Iterator<E>() {
      int next = size() - 1;
      int changes = modCount;

      @Override
      public boolean hasNext() {
        return next >= 0;
      }

      @Override
      public E next() {
        if (changes != modCount) {
          throw new ConcurrentModificationException();
        }
        if (next < 0) {
          throw new NoSuchElementException();
        }
        return get(next--);
      }
    };
  }
}
