package java.util;

import java.util.function.Predicate;

/** What is done with lists that are made in the method, retold. */
class ArrayList<E> {
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

  boolean removeAll(Collection<?> c) {
    Objects.requireNonNull(c);
    return removeIf(each -> c.contains(each));
  }

  boolean retainAll(Collection<?> c) {
    Objects.requireNonNull(c);
    return removeIf(each -> !c.contains(each));
  }

  Iterator<E> iterator() {
    return listIterator(0);
  }

  ListIterator<E> listIterator() {
    return listIterator(0);
  }

  ListIterator<E> listIterator(int index) {
    if (index < 0 || index > size()) {
      throw new IndexOutOfBoundsException("Index: " + index);
    }
    List<E> all = (List<E>) this;
    return new ListIterator<E>() {
      int next = index;
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
      public boolean hasPrevious() {
        return next != 0;
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
        requireLast();
        requireUnchanged();
        ArrayList.this.remove(last);
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
