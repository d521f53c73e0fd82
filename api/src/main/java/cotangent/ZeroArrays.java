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
}
