package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  static final int[][][] INT_PLANES = {};
  static final boolean[][] BOOLEAN_ROWS = {};

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

  /** Returns the slots, or more of them if the one asked for isn't among them. */
  static <A> @Nullable A[] with(int slot, @Nullable A[] slots) {
    int had = slots.length;
    return slot < had ? slots : Arrays.copyOf(slots, count(slot, had));
  }

  /**
   * Returns an array, or a longer one that begins with the same arrays and goes on with another.
   */
  static <A> A[] longer(A[] arrays, int count, A empty) {
    int had = arrays.length;
    if (count <= had) {
      return arrays;
    }
    A[] more = Arrays.copyOf(arrays, grown(had, count));
    Arrays.fill(more, had, more.length, empty);
    return more;
  }

  /** Returns a buffer, or one that is long enough and begins with what it holds. */
  static double[] atLeast(double[] buffer, int length) {
    int had = buffer.length;
    return had < length ? Arrays.copyOf(buffer, grown(had, length)) : buffer;
  }

  static float[] atLeast(float[] buffer, int length) {
    int had = buffer.length;
    return had < length ? Arrays.copyOf(buffer, grown(had, length)) : buffer;
  }

  static long[] atLeast(long[] buffer, int length) {
    int had = buffer.length;
    return had < length ? Arrays.copyOf(buffer, grown(had, length)) : buffer;
  }

  static int[] atLeast(int[] buffer, int length) {
    int had = buffer.length;
    return had < length ? Arrays.copyOf(buffer, grown(had, length)) : buffer;
  }

  static boolean[] atLeast(boolean[] buffer, int length) {
    int had = buffer.length;
    return had < length ? Arrays.copyOf(buffer, grown(had, length)) : buffer;
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
