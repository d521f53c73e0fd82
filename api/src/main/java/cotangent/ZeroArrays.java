package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of zeros that a {@link Workspace} keeps: cotangents to add into. A place that is asked
 * for two shapes in turn, as where a loop takes 32 lanes and then what is left, keeps both.
 */
final class ZeroArrays {
  private final SizedArrays doubles = new SizedArrays();
  private float[][] floats = {};
  private int[][] ints = {};
  private boolean[][] booleans = {};
  private double[][][] ragged = {};
  private double[][][] matrices = {};
  private double[][][] otherMatrices = {};
  private double[][][][] blocks = {};
  private double[][][][] otherBlocks = {};
  private double[][][][][] fields = {};
  private double[][][][][] otherFields = {};

  double[] doubles(int slot, int length) {
    double[] array = doubles.of(slot, length);
    Arrays.fill(array, 0);
    return array;
  }

  float[] floats(int slot, int length) {
    floats = Slots.with(slot, floats, Slots.FLOATS);
    float[] array = floats[slot];
    if (array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new float[length];
      floats[slot] = array;
    }
    return array;
  }

  int[] ints(int slot, int length) {
    ints = Slots.with(slot, ints, Slots.INTS);
    int[] array = ints[slot];
    if (array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new int[length];
      ints[slot] = array;
    }
    return array;
  }

  boolean[] booleans(int slot, int length) {
    booleans = Slots.with(slot, booleans, Slots.BOOLEANS);
    boolean[] array = booleans[slot];
    if (array.length == length) {
      Arrays.fill(array, false);
    } else {
      array = new boolean[length];
      booleans[slot] = array;
    }
    return array;
  }

  double[][] matrix(int slot, int rows, int columns) {
    matrices = Slots.with(slot, matrices, Slots.ROWS);
    otherMatrices = Slots.with(slot, otherMatrices, Slots.ROWS);
    double[][] before = matrices[slot];
    if (isOfShape(before, rows, columns)) {
      clear(before);
      return before;
    }
    double[][] array = otherMatrices[slot];
    if (isOfShape(array, rows, columns)) {
      clear(array);
    } else {
      array = new double[rows][columns];
    }
    matrices[slot] = array;
    otherMatrices[slot] = before;
    return array;
  }

  double[][][] block(int slot, int planes, int rows, int columns) {
    blocks = Slots.with(slot, blocks, Slots.PLANES);
    otherBlocks = Slots.with(slot, otherBlocks, Slots.PLANES);
    double[][][] before = blocks[slot];
    if (isOfShape(before, planes, rows, columns)) {
      clear(before);
      return before;
    }
    double[][][] array = otherBlocks[slot];
    if (isOfShape(array, planes, rows, columns)) {
      clear(array);
    } else {
      array = new double[planes][rows][columns];
    }
    blocks[slot] = array;
    otherBlocks[slot] = before;
    return array;
  }

  double[][][][] field(int slot, int blocks, int planes, int rows, int columns) {
    fields = Slots.with(slot, fields, Slots.BLOCKS);
    otherFields = Slots.with(slot, otherFields, Slots.BLOCKS);
    double[][][][] before = fields[slot];
    if (isOfShape(before, blocks, planes, rows, columns)) {
      clear(before);
      return before;
    }
    double[][][][] array = otherFields[slot];
    if (isOfShape(array, blocks, planes, rows, columns)) {
      clear(array);
    } else {
      array = new double[blocks][planes][rows][columns];
    }
    fields[slot] = array;
    otherFields[slot] = before;
    return array;
  }

  double[] @Nullable [] like(int slot, double[] @Nullable [] shape) {
    ragged = Slots.with(slot, ragged, Slots.ROWS);
    double[][] array = ragged[slot];
    if (array.length != shape.length) {
      int had = array.length;
      array = Arrays.copyOf(array, shape.length);
      Arrays.fill(array, Math.min(had, array.length), array.length, new double[0]);
      ragged[slot] = array;
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

  private static boolean isOfShape(double[][] array, int rows, int columns) {
    return array.length == rows && rows > 0 && array[0].length == columns;
  }

  private static boolean isOfShape(double[][][] array, int planes, int rows, int columns) {
    return array.length == planes && planes > 0 && isOfShape(array[0], rows, columns);
  }

  private static boolean isOfShape(
      double[][][][] array, int blocks, int planes, int rows, int columns) {
    return array.length == blocks && blocks > 0 && isOfShape(array[0], planes, rows, columns);
  }

  private static void clear(double[][][][] array) {
    for (double[][][] block : array) {
      clear(block);
    }
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
}
