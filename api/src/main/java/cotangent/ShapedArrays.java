package cotangent;

import java.util.Arrays;

/**
 * The arrays of several dimensions that a {@link Workspace} keeps. A place that is asked for two
 * shapes in turn, as where a loop takes 32 lanes and then what is left, keeps both. What is new
 * need not be cleared.
 */
final class ShapedArrays {
  private double[][][] matrices = {};
  private double[][][] otherMatrices = {};
  private double[][][][] blocks = {};
  private double[][][][] otherBlocks = {};
  private double[][][][][] fields = {};
  private double[][][][][] otherFields = {};

  double[][] matrix(int slot, int rows, int columns, boolean clears) {
    matrices = Slots.with(slot, matrices, Slots.ROWS);
    otherMatrices = Slots.with(slot, otherMatrices, Slots.ROWS);
    double[][] before = matrices[slot];
    if (isOfShape(before, rows, columns)) {
      return clears ? cleared(before) : before;
    }
    double[][] array = otherMatrices[slot];
    if (!isOfShape(array, rows, columns)) {
      array = made(rows, columns);
    } else if (clears) {
      array = cleared(array);
    }
    matrices[slot] = array;
    otherMatrices[slot] = before;
    return array;
  }

  double[][][] block(int slot, int planes, int rows, int columns, boolean clears) {
    blocks = Slots.with(slot, blocks, Slots.PLANES);
    otherBlocks = Slots.with(slot, otherBlocks, Slots.PLANES);
    double[][][] before = blocks[slot];
    if (isOfShape(before, planes, rows, columns)) {
      return clears ? cleared(before) : before;
    }
    double[][][] array = otherBlocks[slot];
    if (!isOfShape(array, planes, rows, columns)) {
      array = made(planes, rows, columns);
    } else if (clears) {
      array = cleared(array);
    }
    blocks[slot] = array;
    otherBlocks[slot] = before;
    return array;
  }

  double[][][][] field(int slot, int blocks, int planes, int rows, int columns, boolean clears) {
    fields = Slots.with(slot, fields, Slots.BLOCKS);
    otherFields = Slots.with(slot, otherFields, Slots.BLOCKS);
    double[][][][] before = fields[slot];
    if (isOfShape(before, blocks, planes, rows, columns)) {
      return clears ? cleared(before) : before;
    }
    double[][][][] array = otherFields[slot];
    if (!isOfShape(array, blocks, planes, rows, columns)) {
      array = made(blocks, planes, rows, columns);
    } else if (clears) {
      array = cleared(array);
    }
    fields[slot] = array;
    otherFields[slot] = before;
    return array;
  }

  /**
   * Makes rows one by one, since HotSpot calls the virtual machine to make them at once; but where
   * there are none, a negative length is still an exception.
   */
  private static double[][] made(int rows, int columns) {
    if (rows == 0) {
      return new double[rows][columns];
    }
    double[][] array = new double[rows][];
    for (int row = 0; row < rows; row++) {
      array[row] = new double[columns];
    }
    return array;
  }

  private static double[][][] made(int planes, int rows, int columns) {
    if (planes == 0) {
      return new double[planes][rows][columns];
    }
    double[][][] array = new double[planes][][];
    for (int plane = 0; plane < planes; plane++) {
      array[plane] = made(rows, columns);
    }
    return array;
  }

  private static double[][][][] made(int blocks, int planes, int rows, int columns) {
    if (blocks == 0) {
      return new double[blocks][planes][rows][columns];
    }
    double[][][][] array = new double[blocks][][][];
    for (int block = 0; block < blocks; block++) {
      array[block] = made(planes, rows, columns);
    }
    return array;
  }

  private static double[][][][] cleared(double[][][][] array) {
    for (double[][][] block : array) {
      cleared(block);
    }
    return array;
  }

  private static double[][][] cleared(double[][][] array) {
    for (double[][] plane : array) {
      cleared(plane);
    }
    return array;
  }

  private static double[][] cleared(double[][] array) {
    for (double[] row : array) {
      Arrays.fill(row, 0);
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
}
