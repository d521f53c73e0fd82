package cotangent;

import java.util.Arrays;

/**
 * Arrays that have exactly the length asked for. A place that is asked for several lengths in turn,
 * as in a loop over layers, keeps an array of each, up to a limit.
 */
final class SizedArrays {
  private static final int MOST = 16;

  private double[][] latest = {};
  private double[][][] others = {};
  private int next;

  /** Finds an array, which holds what was left in it. */
  double[] of(int slot, int length) {
    latest = Slots.with(slot, latest, Slots.DOUBLES);
    double[] array = latest[slot];
    return array.length == length ? array : other(slot, length);
  }

  private double[] other(int slot, int length) {
    others = Slots.with(slot, others, Slots.ROWS);
    double[][] known = others[slot];
    double[] before = latest[slot];
    int place = 0;
    while (place < known.length && known[place].length != length) {
      place++;
    }
    double[] array = place < known.length ? known[place] : new double[length];
    if (place == MOST) {
      place = next;
      next = (next + 1) % MOST;
    } else if (place == known.length) {
      known = Arrays.copyOf(known, place + 1);
      others[slot] = known;
    }
    known[place] = before;
    latest[slot] = array;
    return array;
  }
}
