package java.util;

/** What linked lists that are made in the method inherit, retold. */
class AbstractSequentialList<E> {
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
        AbstractSequentialList.this.remove(last);
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
