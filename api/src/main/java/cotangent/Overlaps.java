package cotangent;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Refuses arguments that hold one array in two places. Used by generated code, before a method
 * writes to such arrays: what it computes would belong to both places, its derivatives to neither.
 *
 * <p>Arrays are named by where they are. In a name, {@code []} stands for any element: those of
 * {@code rows[]} are {@code rows[0]} and {@code rows[1]}. What is null, and arrays without
 * elements, may be in two places.
 *
 * <p><b>Cost.</b> Few arrays are compared one by one, of many each is looked up in a table. Only
 * tables, and lists of arrays within arrays of arrays, need memory.
 */
@SuppressWarnings("exports") // users don't have the annotations for null checks
public final class Overlaps {
  private static final String ANY = "[]";

  /** So many comparisons take less time than a table. */
  private static final long FEW = 4096;

  private Overlaps() {}

  /**
   * Refuses arrays of which two are one.
   *
   * @param method the method that writes to them
   * @param name what they are called
   * @param array what holds them, or null
   * @throws IllegalArgumentException if two are one; it names both
   */
  public static void refuse(String method, String name, @Nullable Object array) {
    @Nullable Object[] all = all(array, depth(name));
    if ((long) all.length * all.length > 2 * FEW) {
      new Table(all).put(method, name, array);
      return;
    }
    for (int i = 1; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        if (all[i] == all[j] && isSomething(all[i])) {
          throw exception(method, place(name, array, j), place(name, array, i));
        }
      }
    }
  }

  /**
   * Refuses arrays of which one is in another place as well.
   *
   * @param method the method that writes to them
   * @param name what they are called
   * @param array what holds them, or null
   * @param other what those are called that it only must not be
   * @param otherArray what holds these, or null
   * @throws IllegalArgumentException if two are one; it names both
   */
  public static void refuse(
      String method,
      String name,
      @Nullable Object array,
      String other,
      @Nullable Object otherArray) {
    @Nullable Object[] all = all(array, depth(name));
    @Nullable Object[] others = all(otherArray, depth(other));
    boolean isFew = (long) all.length * others.length <= FEW;
    Table table = isFew ? null : new Table(all);
    if (table != null) {
      table.putAll();
    }
    for (int i = 0; i < others.length; i++) {
      Object each = others[i];
      int found = each == null ? -1 : table == null ? indexOf(each, all) : table.find(each);
      if (found >= 0 && isSomething(each)) {
        throw exception(method, place(name, array, found), place(other, otherArray, i));
      }
    }
  }

  private static IllegalArgumentException exception(String method, String one, String other) {
    return new IllegalArgumentException(
        one + " and " + other + " are the same array, to which " + method + " may write");
  }

  private static int indexOf(Object wanted, @Nullable Object[] all) {
    for (int i = 0; i < all.length; i++) {
      if (all[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSomething(@Nullable Object array) {
    return array != null && Array.getLength(array) > 0;
  }

  private static int depth(String name) {
    int depth = 0;
    for (int at = name.indexOf(ANY); at >= 0; at = name.indexOf(ANY, at + ANY.length())) {
      depth++;
    }
    return depth;
  }

  /** Returns the arrays so deep inside another one. */
  private static @Nullable Object[] all(@Nullable Object array, int depth) {
    if (depth == 1 && array != null) {
      return (Object[]) array;
    }
    @Nullable Object[] all = new @Nullable Object[count(array, depth)];
    fill(all, 0, array, depth);
    return all;
  }

  private static int count(@Nullable Object array, int depth) {
    if (depth == 0) {
      return 1;
    }
    int count = 0;
    if (array != null) {
      for (Object each : (Object[]) array) {
        count += count(each, depth - 1);
      }
    }
    return count;
  }

  private static int fill(@Nullable Object[] all, int from, @Nullable Object array, int depth) {
    if (depth == 0) {
      all[from] = array;
      return from + 1;
    }
    int next = from;
    if (array != null) {
      for (Object each : (Object[]) array) {
        next = fill(all, next, each, depth - 1);
      }
    }
    return next;
  }

  /** Returns the name of one of the arrays, by its number. */
  private static String place(String name, @Nullable Object array, int number) {
    int at = name.indexOf(ANY);
    if (at < 0) {
      return name;
    }
    int depth = depth(name);
    int left = number;
    Object[] rows = (Object[]) java.util.Objects.requireNonNull(array);
    int index = 0;
    for (int count = count(rows[0], depth - 1); count <= left; ) {
      left -= count;
      index++;
      count = count(rows[index], depth - 1);
    }
    String before = name.substring(0, at) + "[" + index + "]";
    return before + place(name.substring(at + ANY.length()), rows[index], left);
  }

  /** The places of arrays, by which array it is. */
  private static final class Table {
    private final @Nullable Object[] all;
    private final int[] places;
    private final int shift;

    Table(@Nullable Object[] all) {
      this.all = all;
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * all.length);
      this.places = new int[1 << bits];
      this.shift = Integer.SIZE - bits;
    }

    /** Puts all arrays in, each once. */
    void putAll() {
      for (int i = 0; i < all.length; i++) {
        put(i);
      }
    }

    /** Puts all arrays in, and refuses one that is there. */
    void put(String method, String name, @Nullable Object array) {
      for (int i = 0; i < all.length; i++) {
        int before = put(i);
        if (before >= 0) {
          throw exception(method, place(name, array, before), place(name, array, i));
        }
      }
    }

    /** Puts an array in, or returns the place where it is already, else -1. */
    private int put(int place) {
      Object array = all[place];
      if (array == null || !isSomething(array)) {
        return -1;
      }
      int slot = slot(array);
      if (places[slot] == 0) {
        places[slot] = place + 1;
        return -1;
      }
      return places[slot] - 1;
    }

    /** Returns the place of an array, or -1. */
    int find(Object array) {
      return places[slot(array)] - 1;
    }

    /** Returns the slot where an array is, or belongs. */
    private int slot(Object array) {
      int slot = System.identityHashCode(array) * 0x9E3779B9 >>> shift;
      while (places[slot] != 0 && all[places[slot] - 1] != array) {
        slot = slot + 1 & places.length - 1;
      }
      return slot;
    }
  }
}
