package java.util;

/** What is done with lists that are made in the method, retold. */
final class Collections {
  static <T extends Object & Comparable<? super T>> T max(Collection<? extends T> coll) {
    return max(coll, (a, b) -> ((Comparable<T>) a).compareTo(b));
  }

  static <T> T max(Collection<? extends T> coll, Comparator<? super T> comp) {
    Iterator<T> each = ((Collection<T>) coll).iterator();
    T best = each.next();
    while (each.hasNext()) {
      T next = each.next();
      if (comp.compare(next, best) > 0) {
        best = next;
      }
    }
    return best;
  }

  static <T extends Object & Comparable<? super T>> T min(Collection<? extends T> coll) {
    return min(coll, (a, b) -> ((Comparable<T>) a).compareTo(b));
  }

  static <T> T min(Collection<? extends T> coll, Comparator<? super T> comp) {
    Iterator<T> each = ((Collection<T>) coll).iterator();
    T best = each.next();
    while (each.hasNext()) {
      T next = each.next();
      if (comp.compare(next, best) < 0) {
        best = next;
      }
    }
    return best;
  }

  static <T> List<T> nCopies(int n, T o) {
    if (n < 0) {
      throw new IllegalArgumentException("List length = " + n);
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(o);
    }
    return List.copyOf(all);
  }

  static void reverse(List<?> list) {
    List<Object> all = (List<Object>) list;
    for (int i = 0, j = all.size() - 1; i < j; i++, j--) {
      all.set(i, all.set(j, all.get(i)));
    }
  }

  static <T> Comparator<T> reverseOrder() {
    return (a, b) -> ((Comparable<T>) b).compareTo(a);
  }

  static <T> Comparator<T> reverseOrder(Comparator<T> cmp) {
    return cmp == null ? reverseOrder() : (a, b) -> cmp.compare(b, a);
  }

  static void shuffle(List<?> list, Random rnd) {
    for (int i = list.size(); i > 1; i--) {
      swap(list, i - 1, rnd.nextInt(i));
    }
  }

  static <T> boolean addAll(Collection<? super T> c, T... elements) {
    boolean isMore = false;
    for (T each : elements) {
      isMore |= c.add(each);
    }
    return isMore;
  }

  static void rotate(List<?> list, int distance) {
    int size = list.size();
    int first = size == 0 ? 0 : Math.floorMod(distance, size);
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      swap(list, i, j);
    }
    for (int i = 0, j = first - 1; i < j; i++, j--) {
      swap(list, i, j);
    }
    for (int i = first, j = size - 1; i < j; i++, j--) {
      swap(list, i, j);
    }
  }

  static <T extends Comparable<? super T>> void sort(List<T> list) {
    list.sort(null);
  }

  static <T> void sort(List<T> list, Comparator<? super T> c) {
    list.sort(c);
  }

  static void swap(List<?> list, int i, int j) {
    List<Object> all = (List<Object>) list;
    all.set(i, all.set(j, all.get(i)));
  }

  static <T> void fill(List<? super T> list, T obj) {
    List<T> all = (List<T>) list;
    for (int i = 0; i < all.size(); i++) {
      all.set(i, obj);
    }
  }

  static int frequency(Collection<?> c, Object o) {
    int count = 0;
    for (Object each : c) {
      if (o == null ? each == null : o.equals(each)) {
        count++;
      }
    }
    return count;
  }
}
