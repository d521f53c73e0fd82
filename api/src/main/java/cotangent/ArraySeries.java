package cotangent;

import java.util.Arrays;

/**
 * Lends arrays one after the other, always the same ones: for loops in which each round makes an
 * array that is needed later, such as the layers of a network. Used by generated code; users have
 * no need of it.
 *
 * <p>A {@link Workspace} has one for each place that makes such arrays. It begins anew whenever it
 * is asked for.
 */
public final class ArraySeries {
  private double[][] arrays = {};
  private int lent;

  ArraySeries() {}

  void begin() {
    lent = 0;
  }

  /**
   * Finds the next array. It holds what was left in it.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public double[] next(int length) {
    if (lent == arrays.length) {
      arrays = Slots.longer(arrays, lent + 1, Slots.DOUBLES);
    }
    double[] array = arrays[lent];
    if (array.length != length) {
      array = new double[length];
      arrays[lent] = array;
    }
    lent++;
    return array;
  }

  /**
   * Finds the next array and fills it with zeros.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began, all zero
   */
  public double[] nextZeros(int length) {
    double[] array = next(length);
    Arrays.fill(array, 0);
    return array;
  }
}
