package java.util;

/** What is done with queues that are ordered, retold: a heap whose elements move as Java's do. */
class AbstractQueue<E> {
  List<E> heap;
  Comparator<E> order;

  E remove() {
    if (heap.isEmpty()) {
      throw new NoSuchElementException();
    }
    E first = heap.get(0);
    E last = heap.remove(heap.size() - 1);
    int n = heap.size();
    if (n > 0) {
      int k = 0;
      while (k < n >>> 1) {
        int child = 2 * k + 1;
        E least = heap.get(child);
        if (child + 1 < n && order.compare(least, heap.get(child + 1)) > 0) {
          child++;
          least = heap.get(child);
        }
        if (order.compare(last, least) <= 0) {
          break;
        }
        heap.set(k, least);
        k = child;
      }
      heap.set(k, last);
    }
    return first;
  }

  E element() {
    if (heap.isEmpty()) {
      throw new NoSuchElementException();
    }
    return heap.get(0);
  }

  boolean addAll(Collection<? extends E> c) {
    int before = size();
    for (E each : c) {
      offer(each);
    }
    return size() != before;
  }
}
