package java.util;

/** What is done with queues that are made in the method, retold. */
class ArrayDeque<E> {
  boolean addAll(Collection<? extends E> c) {
    int before = size();
    for (E each : c) {
      addLast(each);
    }
    return size() > before;
  }
}
