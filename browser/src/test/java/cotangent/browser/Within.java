package cotangent.browser;

/** Compares numbers by the distance of neighbours. */
final class Within {
  private Within() {}

  /** Whether two numbers are so many neighbours apart; 0 and −0 are two for none. */
  static boolean ulps(int count, double java, double page) {
    return Double.compare(java, page) == 0
        || (count > 0 && Math.abs(java - page) <= count * Math.ulp(java));
  }
}
