package cotangent;

/**
 * Makes the checks that Java's streams make. Used by generated code, in which streams are loops.
 */
public final class Streams {
  private Streams() {}

  /**
   * Checks a range of an array as {@link java.util.Arrays#stream(double[], int, int)} does.
   *
   * @param length the length of the array
   * @param from the beginning of the part
   * @param to the end of the part, which doesn't belong to it
   * @throws ArrayIndexOutOfBoundsException if it ends before it begins, or doesn't lie within the
   *     array
   */
  public static void part(int length, int from, int to) {
    if (from > to) {
      throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
    } else if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    } else if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }
}
