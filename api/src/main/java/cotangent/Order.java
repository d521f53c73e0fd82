package cotangent;

import java.util.Objects;

/**
 * Finds the order that numbers have once they are sorted. Used by generated code: to sort is to
 * permute, and derivatives follow the permutation.
 *
 * <p>The order is that of {@link java.util.Arrays#sort(double[])}: {@code -0.0} comes before {@code
 * 0.0}, and NaN last. Equal numbers stay in their order.
 */
public final class Order {
  private Order() {}

  /**
   * Returns the places of the elements in a range, sorted by what they hold.
   *
   * @param array the numbers, which stay as they are
   * @param from the beginning of the range
   * @param to the end of the range, which doesn't belong to it
   * @return for each place of the sorted range the place where its element comes from
   * @throws IllegalArgumentException if the range ends before it begins
   * @throws ArrayIndexOutOfBoundsException if it doesn't lie within the array
   */
  public static int[] of(double[] array, int from, int to) {
    int[] places = range(array.length, from, to);
    sort(places, new int[places.length], 0, places.length, array);
    return places;
  }

  /**
   * Returns the places of the elements in a range, sorted by what they hold.
   *
   * @param array the numbers, which stay as they are
   * @param from the beginning of the range
   * @param to the end of the range, which doesn't belong to it
   * @return for each place of the sorted range the place where its element comes from
   * @throws IllegalArgumentException if the range ends before it begins
   * @throws ArrayIndexOutOfBoundsException if it doesn't lie within the array
   */
  public static int[] of(float[] array, int from, int to) {
    double[] wide = new double[Objects.requireNonNull(array).length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = array[i];
    }
    return of(wide, from, to);
  }

  private static int[] range(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    } else if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    } else if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
    int[] places = new int[to - from];
    for (int i = 0; i < places.length; i++) {
      places[i] = from + i;
    }
    return places;
  }

  /** Merges two sorted halves. */
  private static void sort(int[] places, int[] spare, int from, int to, double[] by) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(places, spare, from, middle, by);
    sort(places, spare, middle, to, by);
    if (Double.compare(by[places[middle - 1]], by[places[middle]]) <= 0) {
      return;
    }
    System.arraycopy(places, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    for (int i = from; left < middle; i++) {
      boolean takesRight = right < to && Double.compare(by[spare[left]], by[places[right]]) > 0;
      places[i] = takesRight ? places[right++] : spare[left++];
    }
  }
}
