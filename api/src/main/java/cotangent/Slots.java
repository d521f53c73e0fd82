package cotangent;

import java.util.Arrays;

/** How the buffers of a {@link Workspace}, and its slots, grow. */
final class Slots {
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  static final double[] DOUBLES = {};
  static final float[] FLOATS = {};
  static final long[] LONGS = {};
  static final int[] INTS = {};
  static final boolean[] BOOLEANS = {};
  static final double[][] ROWS = {};
  static final double[][][] PLANES = {};
  static final double[][][][] BLOCKS = {};
  static final int[][] INT_ROWS = {};

  private Slots() {}

  /** Returns the slots, or more of them if the one asked for isn't among them. */
  static <A> A[] with(int slot, A[] slots, A empty) {
    int had = slots.length;
    if (slot < had) {
      return slots;
    }
    A[] more = Arrays.copyOf(slots, count(slot, had));
    Arrays.fill(more, had, more.length, empty);
    return more;
  }

  /** Returns how many slots there should be: at least twice as many as before. */
  static int count(int slot, int had) {
    return Math.max(slot + 1, 2 * had);
  }

  /** Returns how long a buffer should become: at least twice as long as before. */
  static int grown(int had, int needed) {
    return Math.max(needed, (int) Math.min(2L * had, LONGEST_ARRAY));
  }
}
