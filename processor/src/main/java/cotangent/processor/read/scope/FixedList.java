package cotangent.processor.read.scope;

/**
 * The lists of the library that neither grow nor shrink, by what makes them: they differ in what
 * they throw.
 */
public enum FixedList {
  /** Not such a list, or one that came from outside. */
  NONE,
  /** {@code List.of} and {@code List.copyOf}, which hold no null. */
  WITHOUT_NULL,
  /** {@code Collections.emptyList}. */
  EMPTY,
  /** {@code Collections.singletonList}. */
  SINGLE,
  /** {@code Collections.nCopies}. */
  COPIES,
  /** What hands the index on to an array: {@code Arrays.asList}, {@code Stream.toList}. */
  ARRAY
}
