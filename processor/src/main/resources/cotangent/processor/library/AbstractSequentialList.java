package java.util;

/** What linked lists that are made in the method inherit, retold. */
class AbstractSequentialList<E> {
  Iterator<E> iterator() {
    return listIterator(0);
  }
}
