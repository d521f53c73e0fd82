package java.util;

import java.util.function.Predicate;

/** What is done with queues that are ordered, retold: a heap whose elements move as Java's do. */
class PriorityQueue<E> {
  List<E> heap;
  Comparator<E> order;

  PriorityQueue(Collection<? extends E> c) {
    heap.addAll(c);
    removeIf(each -> false);
  }

  boolean contains(Object o) {
    return heap.contains(o);
  }

  boolean add(E e) {
    return offer(e);
  }

  boolean offer(E e) {
    int k = heap.size();
    heap.add(e);
    while (k > 0) {
      int parent = (k - 1) >>> 1;
      E above = heap.get(parent);
      if (order.compare(e, above) >= 0) {
        break;
      }
      heap.set(k, above);
      k = parent;
    }
    heap.set(k, e);
    return true;
  }

  E poll() {
    return heap.isEmpty() ? null : remove();
  }

  E peek() {
    return heap.isEmpty() ? null : heap.get(0);
  }

  boolean remove(Object o) {
    int i = heap.indexOf(o);
    if (i < 0) {
      return false;
    }
    E moved = heap.remove(heap.size() - 1);
    int n = heap.size();
    if (i < n) {
      int k = i;
      while (k < n >>> 1) {
        int child = 2 * k + 1;
        E least = heap.get(child);
        if (child + 1 < n && order.compare(least, heap.get(child + 1)) > 0) {
          child++;
          least = heap.get(child);
        }
        if (order.compare(moved, least) <= 0) {
          break;
        }
        heap.set(k, least);
        k = child;
      }
      if (k == i) {
        while (k > 0) {
          int parent = (k - 1) >>> 1;
          E above = heap.get(parent);
          if (order.compare(moved, above) >= 0) {
            break;
          }
          heap.set(k, above);
          k = parent;
        }
      }
      heap.set(k, moved);
    }
    return true;
  }

  boolean removeIf(Predicate<? super E> filter) {
    int before = heap.size();
    heap.removeIf(filter);
    int n = heap.size();
    for (int i = (n >>> 1) - 1; i >= 0; i--) {
      E moved = heap.get(i);
      int k = i;
      while (k < n >>> 1) {
        int child = 2 * k + 1;
        E least = heap.get(child);
        if (child + 1 < n && order.compare(least, heap.get(child + 1)) > 0) {
          child++;
          least = heap.get(child);
        }
        if (order.compare(moved, least) <= 0) {
          break;
        }
        heap.set(k, least);
        k = child;
      }
      heap.set(k, moved);
    }
    return n != before;
  }

  Iterator<E> iterator() {
    Iterator<E> all = heap.iterator();
    return new Iterator<E>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public E next() {
        return all.next();
      }
    };
  }
}
