package cotangent.benchmarks.acceptance;

/**
 * What came of comparing an original with its companion.
 *
 * @param text what was wrong at which point, or why nothing could be compared
 */
record Verdict(Kind kind, String text) {
  enum Kind {
    RIGHT,
    WRONG,
    /** No input could be made, or no point was found where differences converge. */
    UNDRAWN,
    TIMEOUT
  }
}
