package cotangent.processor.graph;

/**
 * The kinds of steps, for passes that switch on them: where a kind is missing among the cases, the
 * build fails.
 */
public enum StepKind {
  CONSTANT,
  APPLY,
  CALL,
  NEW_ARRAY,
  ZEROS_LIKE,
  CLONE,
  READ,
  WRITE,
  COPY,
  FILL,
  PUSH,
  POP,
  BRANCH,
  LOOP,
  WHILE,
  THROW
}
