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
  private int[][] ints = {};
  private long[][] longs = {};
  private boolean[][] booleans = {};
  private double[][][] referencesToDoubles = {};
  private int[][][] referencesToInts = {};
  private boolean[][][] referencesToBooleans = {};
  private double[][][][] referencesToRows = {};
  private int[][][][] referencesToIntRows = {};
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

  /**
   * Finds the next array of numbers, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public int[] nextInts(int length) {
    ints = Slots.longer(ints, lent + 1, Slots.INTS);
    int[] array = ints[lent];
    if (array.length != length) {
      array = new int[length];
      ints[lent] = array;
    }
    lent++;
    return array;
  }

  /**
   * Finds the next array of long numbers, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public long[] nextLongs(int length) {
    longs = Slots.longer(longs, lent + 1, Slots.LONGS);
    long[] array = longs[lent];
    if (array.length != length) {
      array = new long[length];
      longs[lent] = array;
    }
    lent++;
    return array;
  }

  /**
   * Finds the next array of truth values, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public boolean[] nextBooleans(int length) {
    booleans = Slots.longer(booleans, lent + 1, Slots.BOOLEANS);
    boolean[] array = booleans[lent];
    if (array.length != length) {
      array = new boolean[length];
      booleans[lent] = array;
    }
    lent++;
    return array;
  }

  /**
   * Finds the next array of rows, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public double[][] nextRows(int length) {
    referencesToDoubles = Slots.longer(referencesToDoubles, lent + 1, Slots.ROWS);
    return next(referencesToDoubles, length, Slots.ROWS);
  }

  /**
   * Finds the next array of rows of {@code int}, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public int[][] nextIntRows(int length) {
    referencesToInts = Slots.longer(referencesToInts, lent + 1, Slots.INT_ROWS);
    return next(referencesToInts, length, Slots.INT_ROWS);
  }

  /**
   * Finds the next array of rows of truth values, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public boolean[][] nextBooleanRows(int length) {
    referencesToBooleans = Slots.longer(referencesToBooleans, lent + 1, Slots.BOOLEAN_ROWS);
    return next(referencesToBooleans, length, Slots.BOOLEAN_ROWS);
  }

  /**
   * Finds the next array of arrays of rows, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public double[][][] nextPlanes(int length) {
    referencesToRows = Slots.longer(referencesToRows, lent + 1, Slots.PLANES);
    return next(referencesToRows, length, Slots.PLANES);
  }

  /**
   * Finds the next array of arrays of rows of {@code int}, as {@link #next} does.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began
   */
  public int[][][] nextIntPlanes(int length) {
    referencesToIntRows = Slots.longer(referencesToIntRows, lent + 1, Slots.INT_PLANES);
    return next(referencesToIntRows, length, Slots.INT_PLANES);
  }

  /**
   * Finds the next array of rows and fills it with nulls.
   *
   * @param length how many elements it has
   * @return an array that wasn't lent since the series began, all null
   */
  public double[][] nextNulls(int length) {
    double[][] array = nextRows(length);
    Arrays.fill(array, null);
    return array;
  }

  private <R> R[] next(R[][] kept, int length, R[] empty) {
    R[] array = kept[lent];
    if (array.length != length) {
      array = Arrays.copyOf(empty, length);
      kept[lent] = array;
    }
    lent++;
    return array;
  }
}
