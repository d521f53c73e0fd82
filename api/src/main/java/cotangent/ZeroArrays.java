package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The arrays of zeros that a {@link Workspace} keeps: cotangents to add into. */
final class ZeroArrays {
  private final SizedArrays doubles = new SizedArrays();
  private float[][] floats = {};
  private int[][] ints = {};
  private boolean[][] booleans = {};
  private double[][][] ragged = {};
  private final ShapedArrays shaped;

  ZeroArrays(ShapedArrays shaped) {
    this.shaped = shaped;
  }

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
    double[][] array = shaped.matrix(slot, rows, columns);
    clear(array);
    return array;
  }

  double[][][] block(int slot, int planes, int rows, int columns) {
    double[][][] array = shaped.block(slot, planes, rows, columns);
    clear(array);
    return array;
  }

  double[][][][] field(int slot, int blocks, int planes, int rows, int columns) {
    double[][][][] array = shaped.field(slot, blocks, planes, rows, columns);
    for (double[][][] block : array) {
      clear(block);
    }
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
