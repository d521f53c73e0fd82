package cotangent;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the memory of the backward half from call to call, so that a loop which computes gradients
 * again and again allocates nothing. Users create it and hand it to generated methods; its own
 * methods are used by generated code.
 *
 * <pre>{@code
 * Workspace workspace = new Workspace();
 * for (int step = 0; step < steps; step++) {
 *   var g = LossesGrad.lossGrad(workspace, w);
 *   ...
 * }
 * }</pre>
 *
 * <p>A buffer is found by its kind and a slot, a small number that the generated method chose. Each
 * kind counts its own slots. A generated method that calls another one with a workspace of its own
 * hands it a {@link #child}, so that the two never share a buffer.
 *
 * <p><b>Special cases.</b> One workspace serves any methods and sizes, one thread at a time. A call
 * that ends in an exception leaves it usable.
 *
 * <p><b>Cost.</b> Finding a buffer that is long enough takes a few instructions. A buffer never
 * shrinks; {@code new Workspace()} is the way to let go of memory. What is returned is new each
 * time.
 */
public final class Workspace {
  private double[][] doubles = {};
  private float[][] floats = {};
  private long[][] longs = {};
  private int[][] ints = {};
  private boolean[][] booleans = {};
  private final SizedArrays exact = new SizedArrays();
  private final TapeRows tapeRows = new TapeRows();
  final ShapedArrays shaped = new ShapedArrays();
  private final ZeroArrays zeros = new ZeroArrays();
  private @Nullable ArraySeries[] series = {};
  private @Nullable Tape[] tapes = {};
  private @Nullable Workspace[] children = {};

  /** Creates a workspace that holds nothing yet. */
  public Workspace() {}

  /**
   * Finds the buffer at a slot and makes it long enough. It holds what was left in it, also when it
   * had to grow, so that a tape of unknown length can ask again and go on; the rest is zero.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long; at least twice as long as before if it grew
   */
  public double[] doubles(int slot, int length) {
    doubles = Slots.with(slot, doubles, Slots.DOUBLES);
    doubles[slot] = Slots.atLeast(doubles[slot], length);
    return doubles[slot];
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public float[] floats(int slot, int length) {
    floats = Slots.with(slot, floats, Slots.FLOATS);
    floats[slot] = Slots.atLeast(floats[slot], length);
    return floats[slot];
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public long[] longs(int slot, int length) {
    longs = Slots.with(slot, longs, Slots.LONGS);
    longs[slot] = Slots.atLeast(longs[slot], length);
    return longs[slot];
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public int[] ints(int slot, int length) {
    ints = Slots.with(slot, ints, Slots.INTS);
    ints[slot] = Slots.atLeast(ints[slot], length);
    return ints[slot];
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public boolean[] booleans(int slot, int length) {
    booleans = Slots.with(slot, booleans, Slots.BOOLEANS);
    booleans[slot] = Slots.atLeast(booleans[slot], length);
    return booleans[slot];
  }

  /**
   * Finds an array of exactly the length wanted and fills it with zeros: a cotangent to add into.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all zero
   */
  public double[] zeros(int slot, int length) {
    return zeros.doubles(slot, length);
  }

  /**
   * Finds an array of exactly the length wanted and fills it with zeros, as {@link #zeros(int,
   * int)} does.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all zero
   */
  public float[] floatZeros(int slot, int length) {
    return zeros.floats(slot, length);
  }

  /**
   * Finds an array of exactly the length wanted and fills it with zeros, as {@link #zeros(int,
   * int)} does.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all zero
   */
  public int[] intZeros(int slot, int length) {
    return zeros.ints(slot, length);
  }

  /**
   * Finds an array of exactly the length wanted and fills it with {@code false}.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all false
   */
  public boolean[] booleanZeros(int slot, int length) {
    return zeros.booleans(slot, length);
  }

  /**
   * Finds an array of rows of one length and fills it with zeros.
   *
   * @param slot which array, counted from zero
   * @param rows how many rows it has
   * @param columns how many elements each row has
   * @return the array, all zero
   */
  public double[][] zeros(int slot, int rows, int columns) {
    return shaped.matrix(slot, rows, columns, true);
  }

  /**
   * Finds an array of three dimensions and fills it with zeros.
   *
   * @param slot which array, counted from zero
   * @param planes how many planes it has
   * @param rows how many rows each plane has
   * @param columns how many elements each row has
   * @return the array, all zero
   */
  public double[][][] zeros(int slot, int planes, int rows, int columns) {
    return shaped.block(slot, planes, rows, columns, true);
  }

  /**
   * Finds an array of four dimensions and fills it with zeros.
   *
   * @param slot which array, counted from zero
   * @param blocks how many blocks it has
   * @param planes how many planes each block has
   * @param rows how many rows each plane has
   * @param columns how many elements each row has
   * @return the array, all zero
   */
  public double[][][][] zeros(int slot, int blocks, int planes, int rows, int columns) {
    return shaped.field(slot, blocks, planes, rows, columns, true);
  }

  /**
   * Finds an array of zeros that is as long as another one, as {@link #zeros(int, int)} does.
   *
   * @param slot which array, counted from zero
   * @param shape an array, or null
   * @return an array of its length, all zero; null for null
   */
  @SuppressWarnings("exports") // the annotation is for tools only
  public double @Nullable [] zerosLike(int slot, double @Nullable [] shape) {
    return shape == null ? null : zeros(slot, shape.length);
  }

  /**
   * Finds an array of zeros that is as long as another one, as {@link #floatZeros} does.
   *
   * @param slot which array, counted from zero
   * @param shape an array, or null
   * @return an array of its length, all zero; null for null
   */
  @SuppressWarnings("exports") // the annotation is for tools only
  public float @Nullable [] zerosLike(int slot, float @Nullable [] shape) {
    return shape == null ? null : floatZeros(slot, shape.length);
  }

  /**
   * Finds an array of rows, filled with zeros, that has the shape of another one: a cotangent to
   * add into.
   *
   * @param slot which array, counted from zero
   * @param shape an array of rows, which may differ in length or be null; or null
   * @return an array with as many rows, each as long as its counterpart, all zero; null for null
   */
  @SuppressWarnings("exports") // the annotation is for tools only
  public double @Nullable [] @Nullable [] zerosLike(
      int slot, double @Nullable [] @Nullable [] shape) {
    return shape == null ? null : zeros.like(slot, shape);
  }

  /**
   * Finds an array of exactly the length wanted. It holds what was left in it.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array
   */
  public double[] exact(int slot, int length) {
    return exact.of(slot, length);
  }

  /**
   * Begins the series at a slot anew.
   *
   * @param slot which series, counted from zero
   * @return what lends arrays one after the other
   */
  public ArraySeries series(int slot) {
    series = Slots.with(slot, series);
    ArraySeries found = series[slot];
    if (found == null) {
      found = new ArraySeries();
      series[slot] = found;
    }
    found.begin();
    return found;
  }

  /**
   * Finds an array of exactly the length wanted for arrays that are only remembered, until they are
   * overwritten.
   *
   * @param slot which array, counted from zero
   * @param count how many it holds
   * @return the array
   */
  public double[][] references(int slot, int count) {
    return tapeRows.references(slot, count);
  }

  /**
   * Finds the rows at a slot and makes sure that there are enough: a tape that has a {@link #row}
   * for each iteration of a loop.
   *
   * @param slot which rows, counted from zero
   * @param count how many there must be at least
   * @return the rows as they were left, at least {@code count} of them
   */
  public double[][] rows(int slot, int count) {
    return tapeRows.rows(slot, count);
  }

  /**
   * Finds the rows at a slot and makes sure that there are enough, as {@link #rows(int, int)} does.
   *
   * @param slot which rows, counted from zero
   * @param count how many there must be at least
   * @return the rows as they were left, at least {@code count} of them
   */
  public int[][] intRows(int slot, int count) {
    return tapeRows.intRows(slot, count);
  }

  /**
   * Finds the planes at a slot and makes sure that there are enough: a tape that has {@link
   * #rows(double[][][], int, int) rows} for each iteration of a loop.
   *
   * @param slot which planes, counted from zero
   * @param count how many there must be at least
   * @return the planes as they were left, at least {@code count} of them
   */
  public double[][][] planes(int slot, int count) {
    return tapeRows.planes(slot, count);
  }

  /**
   * Finds the planes at a slot whose rows are other arrays, and makes sure that there are enough.
   * They are kept apart from {@link #planes}, which lend rows of their own.
   *
   * @param slot which planes, counted from zero
   * @param count how many there must be at least
   * @return the planes as they were left, at least {@code count} of them
   */
  public double[][][] planesOfReferences(int slot, int count) {
    return tapeRows.planesOfReferences(slot, count);
  }

  /**
   * Finds one of some planes and makes sure that it has enough rows.
   *
   * @param planes the planes
   * @param index which of them, counted from zero
   * @param count how many rows it must have at least
   * @return the rows as they were left, also put in their place among the others
   */
  public static double[][] rows(double[][][] planes, int index, int count) {
    planes[index] = Slots.longer(planes[index], count, Slots.DOUBLES);
    return planes[index];
  }

  /**
   * Finds one of some rows and gives it exactly the length wanted. It holds what was left in it.
   *
   * @param rows the rows
   * @param index which of them, counted from zero
   * @param length how many elements it has
   * @return the row, also put in its place among the others
   */
  public static double[] row(double[][] rows, int index, int length) {
    if (rows[index].length != length) {
      rows[index] = new double[length];
    }
    return rows[index];
  }

  /**
   * Finds one of some rows and gives it exactly the length wanted. It holds what was left in it.
   *
   * @param rows the rows
   * @param index which of them, counted from zero
   * @param length how many elements it has
   * @return the row, also put in its place among the others
   */
  public static int[] row(int[][] rows, int index, int length) {
    if (rows[index].length != length) {
      rows[index] = new int[length];
    }
    return rows[index];
  }

  /**
   * Finds a tape and empties it.
   *
   * @param slot which tape, counted from zero
   * @return the tape, empty
   */
  public Tape tape(int slot) {
    tapes = Slots.with(slot, tapes);
    Tape tape = tapes[slot];
    if (tape == null) {
      tape = new Tape();
      tapes[slot] = tape;
    } else {
      tape.clear();
    }
    return tape;
  }

  /**
   * Finds the workspace of a generated method that the one holding this workspace calls.
   *
   * @param slot which child, counted from zero
   * @return the same workspace at every call, never this one
   */
  public Workspace child(int slot) {
    children = Slots.with(slot, children);
    Workspace child = children[slot];
    if (child == null) {
      child = new Workspace();
      children[slot] = child;
    }
    return child;
  }
}
