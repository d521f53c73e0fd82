package cotangent;

/**
 * Makes the checks that parts of Java's lists make. Used by generated code, in which lists are
 * arrays.
 */
public final class Sublists {
  private Sublists() {}

  /**
   * Checks a range of a list as {@link java.util.List#subList} does.
   *
   * @param size how many elements the list has
   * @param from the beginning of the part
   * @param to the end of the part, which doesn't belong to it
   * @throws IndexOutOfBoundsException if the part doesn't lie within the list
   * @throws IllegalArgumentException if it ends before it begins
   */
  public static void check(int size, int from, int to) {
    if (from < 0) {
      throw new IndexOutOfBoundsException("fromIndex = " + from);
    } else if (to > size) {
      throw new IndexOutOfBoundsException("toIndex = " + to);
    } else if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
  }
}
