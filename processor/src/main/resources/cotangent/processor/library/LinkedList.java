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
    ListIterator<E> upwards = listIterator(size());
    return new Iterator<E>() {
      @Override
      public boolean hasNext() {
        return upwards.hasPrevious();
      }

      @Override
      public E next() {
        return upwards.previous();
      }

      @Override
      public void remove() {
        upwards.remove();
      }
    };
  }

  ListIterator<E> listIterator(int index) {
    if (index < 0 || index > size()) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size());
    }
    List<E> all = (List<E>) this;
    return new ListIterator<E>() {
      int next = index;
      int last = -1;
      int changes = modCount;

      @Override
      public boolean hasNext() {
        return next < size();
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
      public boolean hasPrevious() {
        return next > 0;
      }

      @Override
      public E previous() {
        requireUnchanged();
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
      public void remove() {
        requireUnchanged();
        requireLast();
        LinkedList.this.remove(last);
        next = last;
        last = -1;
        changes = modCount;
      }

      @Override
      public void set(E e) {
        requireLast();
        requireUnchanged();
        all.set(last, e);
      }

      @Override
      public void add(E e) {
        requireUnchanged();
        all.add(next++, e);
        last = -1;
        changes = modCount;
      }

      void requireLast() {
        if (last < 0) {
          throw new IllegalStateException();
        }
      }

      void requireUnchanged() {
        if (changes != modCount) {
          throw new ConcurrentModificationException();
        }
      }
    };
  }
}
