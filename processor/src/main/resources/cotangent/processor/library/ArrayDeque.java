package java.util;

import java.util.function.Predicate;

/** What is done with queues that are made in the method, retold. */
class ArrayDeque<E> {
  int changes;

  boolean addAll(Collection<? extends E> c) {
    int before = size();
    for (E each : new ArrayList<>(c)) {
      addLast(each);
    }
    return size() > before;
  }

  boolean contains(Object o) {
    if (o == null) {
      return false;
    }
    for (E each : this) {
      if (o.equals(each)) {
        return true;
      }
    }
    return false;
  }

  boolean remove(Object o) {
    List<E> all = new ArrayList<>(this);
    boolean isLess = all.remove(o);
    if (isLess) {
      clear();
      addAll(all);
    }
    return isLess;
  }

  boolean removeIf(Predicate<? super E> filter) {
    List<E> all = new ArrayList<>(this);
    boolean isLess = all.removeIf(filter);
    if (isLess) {
      clear();
      addAll(all);
    }
    return isLess;
  }

  Iterator<E> iterator() {
    List<E> all = new ArrayList<>(this);
    return new Iterator<E>() {
      int next = 0;
      int last = -1;
      int removed = 0;
      int before = changes;

      @Override
      public boolean hasNext() {
        return next < all.size();
      }

      @Override
      public E next() {
        if (before != changes) {
          throw new ConcurrentModificationException();
        }
        if (next >= all.size()) {
          throw new NoSuchElementException();
        }
        last = next++;
        return all.get(last);
      }

      @Override
      public void remove() {
        if (last < 0) {
          throw new IllegalStateException();
        }
        int place = last - removed++;
        int size = size();
        for (int i = 0; i < size; i++) {
          E each = removeFirst();
          if (i != place) {
            addLast(each);
          }
        }
        last = -1;
        before = changes;
      }
    };
  }

  Iterator<E> descendingIterator() {
    List<E> all = new ArrayList<>(this);
    return new Iterator<E>() {
      int next = all.size() - 1;
      int last = -1;
      int before = changes;

      @Override
      public boolean hasNext() {
        return next >= 0;
      }

      @Override
      public E next() {
        if (before != changes) {
          throw new ConcurrentModificationException();
        }
        if (next < 0) {
          throw new NoSuchElementException();
        }
        last = next--;
        return all.get(last);
      }

      @Override
      public void remove() {
        if (last < 0) {
          throw new IllegalStateException();
        }
        int size = size();
        for (int i = 0; i < size; i++) {
          E each = removeFirst();
          if (i != last) {
            addLast(each);
          }
        }
        last = -1;
        before = changes;
      }
    };
  }
}
