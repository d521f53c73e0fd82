package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the memory of the backward half from call to call, so that a loop which asks for gradients
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
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private double[][] doubles = {};
  private float[][] floats = {};
  private long[][] longs = {};
  private int[][] ints = {};
  private boolean[][] booleans = {};
  private double[][] zeros = {};
  private float[][] floatZeros = {};
  private int[][] intZeros = {};
  private boolean[][] booleanZeros = {};
  private double[][][] zeroRows = {};
  private double[][][] matrices = {};
  private double[][][][] blocks = {};
  private double[][][][][] fields = {};
  private double[][][] rows = {};
  private int[][][] intRows = {};
  private double[][][][] planes = {};
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
    if (slot >= doubles.length) {
      int had = doubles.length;
      doubles = Arrays.copyOf(doubles, slots(slot, had));
      Arrays.fill(doubles, had, doubles.length, new double[0]);
    }
    double[] buffer = doubles[slot];
    if (buffer.length < length) {
      buffer = Arrays.copyOf(buffer, grown(buffer.length, length));
      doubles[slot] = buffer;
    }
    return buffer;
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public float[] floats(int slot, int length) {
    if (slot >= floats.length) {
      int had = floats.length;
      floats = Arrays.copyOf(floats, slots(slot, had));
      Arrays.fill(floats, had, floats.length, new float[0]);
    }
    float[] buffer = floats[slot];
    if (buffer.length < length) {
      buffer = Arrays.copyOf(buffer, grown(buffer.length, length));
      floats[slot] = buffer;
    }
    return buffer;
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public long[] longs(int slot, int length) {
    if (slot >= longs.length) {
      int had = longs.length;
      longs = Arrays.copyOf(longs, slots(slot, had));
      Arrays.fill(longs, had, longs.length, new long[0]);
    }
    long[] buffer = longs[slot];
    if (buffer.length < length) {
      buffer = Arrays.copyOf(buffer, grown(buffer.length, length));
      longs[slot] = buffer;
    }
    return buffer;
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public int[] ints(int slot, int length) {
    if (slot >= ints.length) {
      int had = ints.length;
      ints = Arrays.copyOf(ints, slots(slot, had));
      Arrays.fill(ints, had, ints.length, new int[0]);
    }
    int[] buffer = ints[slot];
    if (buffer.length < length) {
      buffer = Arrays.copyOf(buffer, grown(buffer.length, length));
      ints[slot] = buffer;
    }
    return buffer;
  }

  /**
   * Finds the buffer at a slot and makes it long enough, as {@link #doubles} does.
   *
   * @param slot which buffer, counted from zero
   * @param length how many elements it must have at least
   * @return the buffer, at least {@code length} long
   */
  public boolean[] booleans(int slot, int length) {
    if (slot >= booleans.length) {
      int had = booleans.length;
      booleans = Arrays.copyOf(booleans, slots(slot, had));
      Arrays.fill(booleans, had, booleans.length, new boolean[0]);
    }
    boolean[] buffer = booleans[slot];
    if (buffer.length < length) {
      buffer = Arrays.copyOf(buffer, grown(buffer.length, length));
      booleans[slot] = buffer;
    }
    return buffer;
  }

  /**
   * Finds an array of exactly the length wanted and fills it with zeros: a cotangent to add into.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all zero
   */
  public double[] zeros(int slot, int length) {
    if (slot >= zeros.length) {
      int had = zeros.length;
      zeros = Arrays.copyOf(zeros, slots(slot, had));
      Arrays.fill(zeros, had, zeros.length, new double[0]);
    }
    double[] array = zeros[slot];
    if (array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new double[length];
      zeros[slot] = array;
    }
    return array;
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
    if (slot >= floatZeros.length) {
      int had = floatZeros.length;
      floatZeros = Arrays.copyOf(floatZeros, slots(slot, had));
      Arrays.fill(floatZeros, had, floatZeros.length, new float[0]);
    }
    float[] array = floatZeros[slot];
    if (array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new float[length];
      floatZeros[slot] = array;
    }
    return array;
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
    if (slot >= intZeros.length) {
      int had = intZeros.length;
      intZeros = Arrays.copyOf(intZeros, slots(slot, had));
      Arrays.fill(intZeros, had, intZeros.length, new int[0]);
    }
    int[] array = intZeros[slot];
    if (array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new int[length];
      intZeros[slot] = array;
    }
    return array;
  }

  /**
   * Finds an array of exactly the length wanted and fills it with {@code false}.
   *
   * @param slot which array, counted from zero
   * @param length how many elements it has
   * @return the array, all false
   */
  public boolean[] booleanZeros(int slot, int length) {
    if (slot >= booleanZeros.length) {
      int had = booleanZeros.length;
      booleanZeros = Arrays.copyOf(booleanZeros, slots(slot, had));
      Arrays.fill(booleanZeros, had, booleanZeros.length, new boolean[0]);
    }
    boolean[] array = booleanZeros[slot];
    if (array.length == length) {
      Arrays.fill(array, false);
    } else {
      array = new boolean[length];
      booleanZeros[slot] = array;
    }
    return array;
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
    if (slot >= matrices.length) {
      int had = matrices.length;
      matrices = Arrays.copyOf(matrices, slots(slot, had));
      Arrays.fill(matrices, had, matrices.length, new double[0][]);
    }
    double[][] array = matrices[slot];
    if (isOfShape(array, rows, columns)) {
      clear(array);
    } else {
      array = new double[rows][columns];
      matrices[slot] = array;
    }
    return array;
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
    if (slot >= blocks.length) {
      int had = blocks.length;
      blocks = Arrays.copyOf(blocks, slots(slot, had));
      Arrays.fill(blocks, had, blocks.length, new double[0][][]);
    }
    double[][][] array = blocks[slot];
    if (isOfShape(array, planes, rows, columns)) {
      clear(array);
    } else {
      array = new double[planes][rows][columns];
      blocks[slot] = array;
    }
    return array;
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
    if (slot >= fields.length) {
      int had = fields.length;
      fields = Arrays.copyOf(fields, slots(slot, had));
      Arrays.fill(fields, had, fields.length, new double[0][][][]);
    }
    double[][][][] array = fields[slot];
    if (array.length == blocks && blocks > 0 && isOfShape(array[0], planes, rows, columns)) {
      for (double[][][] block : array) {
        clear(block);
      }
    } else {
      array = new double[blocks][planes][rows][columns];
      fields[slot] = array;
    }
    return array;
  }

  private static boolean isOfShape(double[][] array, int rows, int columns) {
    return array.length == rows && rows > 0 && array[0].length == columns;
  }

  private static boolean isOfShape(double[][][] array, int planes, int rows, int columns) {
    return array.length == planes && planes > 0 && isOfShape(array[0], rows, columns);
  }

  private static void clear(double[][][] array) {
    for (double[][] plane : array) {
      clear(plane);
    }
  }

  private static void clear(double[][] array) {
    for (double[] row : array) {
      Arrays.fill(row, 0);
    }
  }

  /**
   * Finds an array of zeros that is as long as another one, as {@link #zeros(int, int)} does.
   *
   * @param slot which array, counted from zero
   * @param shape an array, or null
   * @return an array of its length, all zero; null for null
   */
  @SuppressWarnings("exports") // the annotation is for those who check
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
  @SuppressWarnings("exports") // the annotation is for those who check
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
  @SuppressWarnings("exports") // the annotation is for those who check
  public double @Nullable [] @Nullable [] zerosLike(
      int slot, double @Nullable [] @Nullable [] shape) {
    if (shape == null) {
      return null;
    }
    if (slot >= zeroRows.length) {
      int had = zeroRows.length;
      zeroRows = Arrays.copyOf(zeroRows, slots(slot, had));
      Arrays.fill(zeroRows, had, zeroRows.length, new double[0][]);
    }
    double[][] array = zeroRows[slot];
    if (array.length != shape.length) {
      int had = array.length;
      array = Arrays.copyOf(array, shape.length);
      Arrays.fill(array, Math.min(had, array.length), array.length, new double[0]);
      zeroRows[slot] = array;
    }
    for (int i = 0; i < array.length; i++) {
      double[] row = array[i];
      double[] like = shape[i];
      if (row != null && like != null && row.length == like.length) {
        Arrays.fill(row, 0);
      } else {
        array[i] = like == null ? null : new double[like.length];
      }
    }
    return array;
  }

  /**
   * Finds the rows at a slot and makes them enough: a tape that has a {@link #row} for each
   * iteration of a loop.
   *
   * @param slot which rows, counted from zero
   * @param count how many there must be at least
   * @return the rows as they were left, at least {@code count} of them
   */
  public double[][] rows(int slot, int count) {
    if (slot >= rows.length) {
      int had = rows.length;
      rows = Arrays.copyOf(rows, slots(slot, had));
      Arrays.fill(rows, had, rows.length, new double[0][]);
    }
    return rows(rows, slot, count);
  }

  /**
   * Finds the rows at a slot and makes them enough, as {@link #rows(int, int)} does.
   *
   * @param slot which rows, counted from zero
   * @param count how many there must be at least
   * @return the rows as they were left, at least {@code count} of them
   */
  public int[][] intRows(int slot, int count) {
    if (slot >= intRows.length) {
      int had = intRows.length;
      intRows = Arrays.copyOf(intRows, slots(slot, had));
      Arrays.fill(intRows, had, intRows.length, new int[0][]);
    }
    int[][] array = intRows[slot];
    if (array.length < count) {
      int had = array.length;
      array = Arrays.copyOf(array, grown(had, count));
      Arrays.fill(array, had, array.length, new int[0]);
      intRows[slot] = array;
    }
    return array;
  }

  /**
   * Finds the planes at a slot and makes them enough: a tape that has {@link #rows(double[][][],
   * int, int) rows} for each iteration of a loop.
   *
   * @param slot which planes, counted from zero
   * @param count how many there must be at least
   * @return the planes as they were left, at least {@code count} of them
   */
  public double[][][] planes(int slot, int count) {
    if (slot >= planes.length) {
      int had = planes.length;
      planes = Arrays.copyOf(planes, slots(slot, had));
      Arrays.fill(planes, had, planes.length, new double[0][][]);
    }
    double[][][] array = planes[slot];
    if (array.length < count) {
      int had = array.length;
      array = Arrays.copyOf(array, grown(had, count));
      Arrays.fill(array, had, array.length, new double[0][]);
      planes[slot] = array;
    }
    return array;
  }

  /**
   * Finds one of the {@link #planes} and makes its rows enough.
   *
   * @param planes the planes
   * @param index which of them, counted from zero
   * @param count how many rows it must have at least
   * @return the rows as they were left, also put in their place among the others
   */
  public static double[][] rows(double[][][] planes, int index, int count) {
    double[][] rows = planes[index];
    if (rows.length < count) {
      int had = rows.length;
      rows = Arrays.copyOf(rows, grown(had, count));
      Arrays.fill(rows, had, rows.length, new double[0]);
      planes[index] = rows;
    }
    return rows;
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
    double[] row = rows[index];
    if (row.length != length) {
      row = new double[length];
      rows[index] = row;
    }
    return row;
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
    int[] row = rows[index];
    if (row.length != length) {
      row = new int[length];
      rows[index] = row;
    }
    return row;
  }

  /**
   * Finds a tape and empties it.
   *
   * @param slot which tape, counted from zero
   * @return the tape, empty
   */
  public Tape tape(int slot) {
    if (slot >= tapes.length) {
      tapes = Arrays.copyOf(tapes, slots(slot, tapes.length));
    }
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
    if (slot >= children.length) {
      children = Arrays.copyOf(children, slots(slot, children.length));
    }
    Workspace child = children[slot];
    if (child == null) {
      child = new Workspace();
      children[slot] = child;
    }
    return child;
  }

  private static int slots(int slot, int had) {
    return Math.max(slot + 1, 2 * had);
  }

  private static int grown(int had, int needed) {
    return Math.max(needed, (int) Math.min(2L * had, LONGEST_ARRAY));
  }
}
