package cotangent.processor.graph;

/** Lets a checked exception pass undeclared, as graphs throw what Java would throw. */
final class Unchecked {
  private Unchecked() {}

  @SuppressWarnings("unchecked") // the type is inferred to be unchecked, and erased
  static <E extends Throwable> RuntimeException thrown(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
