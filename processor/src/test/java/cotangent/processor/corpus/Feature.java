package cotangent.processor.corpus;

/** Parts of the language that a random program may draw from, beyond plain statements. */
enum Feature {
  HELPERS,
  ARRAYS,
  MATRICES,
  INT_ARRAYS,
  JUMPS,
  SWITCHES,
  ALIASES,
  COPIES,
  FLOATS,
  LONGS,
  RECORDS,
  RECURSION
}
