package cotangent;

import java.util.Arrays;

/**
 * Asks for the comparisons by which Java sorts objects, one after the other, and tells the order
 * that follows. Used by generated code, which answers them by code of the method itself.
 *
 * <p>They are those of {@link Arrays#sort(Object[], java.util.Comparator)}: so a comparator that
 * doesn't keep its contract, or does something besides, has the effect that it has there.
 *
 * <p><b>Source.</b> {@code java.util.TimSort}, after Tim Peters' list sort.
 */
public final class Comparisons {
  /** Shorter arrays are sorted without merging. */
  private static final int SHORT = 32;

  private static final int MIN_GALLOP = 7;

  /** What the comparison that is asked for decides. */
  private enum Question {
    FIRST_OF_RUN,
    NEXT_OF_RUN,
    PLACE,
    NEXT,
    GALLOP,
    NONE
  }

  /** What a place that was found by galloping is for. */
  private enum Use {
    BEGIN,
    END,
    SKIP
  }

  private final int[] order;
  private final int least;
  private Question question = Question.NONE;
  private int left;
  private int right;

  private final int[] bases = new int[49];
  private final int[] lengths = new int[49];
  private int runs;

  private int begin;
  private int end;
  private int stop;
  private boolean isDown;
  private int low;
  private int high;

  private final int[][] from = new int[2][];
  private final int[] at = new int[2];
  private final int[] rest = new int[2];
  private final int[] won = new int[2];
  private int copied;
  private int to;
  private int step;
  private int minGallop = MIN_GALLOP;

  private Gallop gallop = new Gallop(0, new int[1], 0, 1, 0, false);
  private Use use = Use.BEGIN;
  private int skipped;

  private Comparisons(int[] order) {
    this.order = order;
    int n = order.length;
    int odd = 0;
    while (order.length >= SHORT && n >= SHORT) {
      odd |= n & 1;
      n >>= 1;
    }
    this.least = n + odd;
  }

  /**
   * Begins to sort a range of an array.
   *
   * @param from the beginning of the range
   * @param to the end of the range, which doesn't belong to it
   * @return what asks for comparisons
   */
  public static Comparisons of(int from, int to) {
    int[] order = new int[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = from + i;
    }
    Comparisons comparisons = new Comparisons(order);
    if (order.length > 1) {
      comparisons.run();
    }
    return comparisons;
  }

  /**
   * Tells whether another comparison is asked for.
   *
   * @return false if the order is known
   */
  public boolean isOpen() {
    return question != Question.NONE;
  }

  /**
   * Returns the place of the element that is to be compared.
   *
   * @return its place in the array
   */
  public int left() {
    return left;
  }

  /**
   * Returns the place of the element that it is to be compared with.
   *
   * @return its place in the array
   */
  public int right() {
    return right;
  }

  /**
   * Returns the order that the elements have.
   *
   * @return for each place of the sorted range the place where its element comes from
   */
  public int[] order() {
    return order;
  }

  /**
   * Takes the answer to the comparison that was asked for.
   *
   * @param sign what the comparator returns
   * @throws IllegalArgumentException if it is seen that the comparator doesn't keep its contract
   */
  public void answer(int sign) {
    switch (question) {
      case FIRST_OF_RUN -> {
        isDown = sign < 0;
        end++;
        lengthen();
      }
      case NEXT_OF_RUN -> {
        if (isDown == sign < 0) {
          end++;
          lengthen();
        } else {
          fill();
        }
      }
      case PLACE -> {
        int middle = (low + high) >>> 1;
        if (sign < 0) {
          high = middle;
        } else {
          low = middle + 1;
        }
        place();
      }
      case NEXT -> {
        int winner = sign < 0 ? 1 - copied : copied;
        take(winner, 1);
        won[winner]++;
        won[1 - winner] = 0;
        pick();
      }
      default -> {
        gallop.answer(sign);
        gallop();
      }
    }
  }

  private void ask(Question next, int one, int other) {
    question = next;
    left = one;
    right = other;
  }

  /** Looks for a run: elements that ascend, or descend strictly. */
  private void run() {
    isDown = false;
    end = begin + 1;
    if (end == order.length) {
      fill();
    } else {
      ask(Question.FIRST_OF_RUN, order[end], order[begin]);
    }
  }

  private void lengthen() {
    if (end < order.length) {
      ask(Question.NEXT_OF_RUN, order[end], order[end - 1]);
    } else {
      fill();
    }
  }

  /** Makes a run as long as it has to be. */
  private void fill() {
    if (isDown) {
      for (int i = begin, j = end - 1; i < j; i++, j--) {
        int one = order[i];
        order[i] = order[j];
        order[j] = one;
      }
    }
    stop = Math.max(end, Math.min(order.length, begin + least));
    insert();
  }

  private void insert() {
    if (end < stop) {
      low = begin;
      high = end;
      place();
      return;
    }
    bases[runs] = begin;
    lengths[runs++] = stop - begin;
    begin = stop;
    collapse();
  }

  private void place() {
    int pivot = order[end];
    if (low < high) {
      ask(Question.PLACE, pivot, order[(low + high) >>> 1]);
      return;
    }
    System.arraycopy(order, low, order, low + 1, end - low);
    order[low] = pivot;
    end++;
    insert();
  }

  /** Merges runs until those that wait are long enough for those behind, or there is only one. */
  private void collapse() {
    int n = runs - 2;
    boolean isShort =
        n > 0 && lengths[n - 1] <= lengths[n] + lengths[n + 1]
            || n > 1 && lengths[n - 2] <= lengths[n] + lengths[n - 1];
    boolean isLast = begin == order.length;
    if (n >= 0 && (isShort || isLast || lengths[n] <= lengths[n + 1])) {
      boolean isBefore = n > 0 && (isShort || isLast) && lengths[n - 1] < lengths[n + 1];
      merge(isBefore ? n - 1 : n);
    } else if (isLast) {
      question = Question.NONE;
    } else {
      run();
    }
  }

  private void merge(int i) {
    at[0] = bases[i];
    at[1] = bases[i + 1];
    rest[0] = lengths[i];
    rest[1] = lengths[i + 1];
    lengths[i] += lengths[i + 1];
    if (i == runs - 3) {
      bases[i + 1] = bases[i + 2];
      lengths[i + 1] = lengths[i + 2];
    }
    runs--;
    gallop(new Gallop(order[at[1]], order, at[0], rest[0], 0, true), Use.BEGIN);
  }

  /** Merges what of two runs isn't in its place; the shorter one is copied. */
  private void merge() {
    boolean isForward = rest[0] <= rest[1];
    copied = isForward ? 0 : 1;
    step = isForward ? 1 : -1;
    to = isForward ? at[0] : at[1] + rest[1] - 1;
    from[1 - copied] = order;
    from[copied] = Arrays.copyOfRange(order, at[copied], at[copied] + rest[copied]);
    at[copied] = isForward ? 0 : rest[1] - 1;
    at[1 - copied] += isForward ? 0 : rest[0] - 1;
    Arrays.fill(won, 0);
    take(1 - copied, 1);
    pick();
  }

  private void take(int run, int count) {
    for (int i = 0; i < count; i++, to += step, at[run] += step) {
      order[to] = from[run][at[run]];
    }
    rest[run] -= count;
  }

  private int next(int run) {
    return from[run][at[run]];
  }

  private boolean isMerged() {
    return rest[1 - copied] == 0 || rest[copied] <= 1;
  }

  private void pick() {
    if (isMerged()) {
      finish();
    } else if ((won[0] | won[1]) < minGallop) {
      ask(Question.NEXT, next(1), next(0));
    } else {
      skip(0);
    }
  }

  /** Looks how much of a run comes before the next element of the other one. */
  private void skip(int run) {
    skipped = run;
    int hint = step > 0 ? 0 : rest[run] - 1;
    int first = at[run] - hint;
    gallop(new Gallop(next(1 - run), from[run], first, rest[run], hint, run == 0), Use.SKIP);
  }

  private void skip(int run, int place) {
    won[run] = step > 0 ? place : rest[run] - place;
    take(run, won[run]);
    if (!isMerged()) {
      take(1 - run, 1);
    }
    if (isMerged()) {
      finish();
    } else if (run == 0) {
      skip(1);
    } else {
      minGallop--;
      again();
    }
  }

  /** Goes on in long steps as long as they are worth it. */
  private void again() {
    if (won[0] >= MIN_GALLOP || won[1] >= MIN_GALLOP) {
      skip(0);
    } else {
      minGallop = Math.max(minGallop, 0) + 2;
      Arrays.fill(won, 0);
      pick();
    }
  }

  private void finish() {
    minGallop = Math.max(minGallop, 1);
    if (rest[copied] == 0) {
      throw new IllegalArgumentException("Comparison method violates its general contract!");
    }
    take(1 - copied, rest[copied] == 1 ? rest[1 - copied] : 0);
    take(copied, rest[copied]);
    collapse();
  }

  private void gallop(Gallop next, Use purpose) {
    gallop = next;
    use = purpose;
    gallop();
  }

  private void gallop() {
    if (gallop.isOpen()) {
      ask(Question.GALLOP, gallop.key(), gallop.other());
    } else if (use == Use.SKIP) {
      skip(skipped, gallop.place());
    } else if (use == Use.BEGIN) {
      begin(gallop.place());
    } else {
      end(gallop.place());
    }
  }

  private void begin(int place) {
    at[0] += place;
    rest[0] -= place;
    if (rest[0] == 0) {
      collapse();
    } else {
      int last = order[at[0] + rest[0] - 1];
      gallop(new Gallop(last, order, at[1], rest[1], rest[1] - 1, false), Use.END);
    }
  }

  private void end(int place) {
    rest[1] = place;
    if (place == 0) {
      collapse();
    } else {
      merge();
    }
  }
}
