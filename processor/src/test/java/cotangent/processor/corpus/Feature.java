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
  RECURSION,
  /** Records that hold arrays. */
  ARRAY_RECORDS,
  /** Methods with derivatives of the program's own. */
  RULES,
  /** Calls that nothing differentiable flows through. */
  OPAQUE,
  /** Derivatives of other methods inside. */
  NESTED,
  /** Arrays in static fields. */
  STATICS,
  /** Objects of plain classes, made in the method: some change, some do not. */
  OBJECTS,
  /** Objects of one of two classes. */
  CHOICES,
  /** Lambda expressions and method references. */
  LAMBDAS,
  /** Streams of numbers, and lists of them. */
  STREAMS,
  /** Sorted arrays. */
  SORTING,
  /** Exceptions that are thrown and caught. */
  EXCEPTIONS,
  /** Vectors and matrices of the project's own. */
  TENSORS
}
