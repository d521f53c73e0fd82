package cotangent;

/**
 * Finds the place of a key among elements that are in order, from some place on in steps that
 * become longer: what {@link Comparisons} asks for where one run wins again and again.
 */
final class Gallop {
  /** How far the place is known. */
  private enum Phase {
    HINT,
    FAR,
    NEAR
  }

  private final int key;
  private final int[] range;
  private final int base;
  private final int length;
  private final int hint;
  private final boolean isBehindEqual;
  private Phase phase = Phase.HINT;
  private boolean isUp;
  private int last;
  private int offset = 1;
  private int most;

  /**
   * Begins at a hint.
   *
   * @param isBehindEqual whether the place is behind elements that are equal to the key
   */
  Gallop(int key, int[] range, int base, int length, int hint, boolean isBehindEqual) {
    this.key = key;
    this.range = range;
    this.base = base;
    this.length = length;
    this.hint = hint;
    this.isBehindEqual = isBehindEqual;
  }

  boolean isOpen() {
    return phase != Phase.NEAR || last < offset;
  }

  /** Returns how many elements come before the key. */
  int place() {
    return offset;
  }

  int key() {
    return key;
  }

  /** Returns what the key is to be compared with. */
  int other() {
    int distance =
        switch (phase) {
          case HINT -> hint;
          case FAR -> hint + (isUp ? offset : -offset);
          case NEAR -> middle();
        };
    return range[base + distance];
  }

  private int middle() {
    return last + ((offset - last) >>> 1);
  }

  /** Takes what the comparison of both gives. */
  void answer(int sign) {
    boolean isBehind = isBehindEqual ? sign >= 0 : sign > 0;
    if (phase == Phase.NEAR) {
      int middle = middle();
      last = isBehind ? middle + 1 : last;
      offset = isBehind ? offset : middle;
    } else if (phase == Phase.HINT) {
      isUp = isBehind;
      most = isUp ? length - hint : hint + 1;
      far();
    } else if (isBehind == isUp) {
      last = offset;
      offset = (offset << 1) + 1;
      offset = offset <= 0 ? most : offset;
      far();
    } else {
      near();
    }
  }

  private void far() {
    phase = Phase.FAR;
    if (offset >= most) {
      near();
    }
  }

  private void near() {
    phase = Phase.NEAR;
    int farthest = Math.min(offset, most);
    offset = isUp ? hint + farthest : hint - last;
    last = (isUp ? hint + last : hint - farthest) + 1;
  }
}
