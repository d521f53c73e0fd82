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
        return all.get(next++);
      }
    };
  }

  Iterator<E> descendingIterator() {
    List<E> all = new ArrayList<>(this);
    return new Iterator<E>() {
      int next = all.size() - 1;
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
        return all.get(next--);
      }
    };
  }
}
