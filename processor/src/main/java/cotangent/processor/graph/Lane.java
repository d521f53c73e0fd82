package cotangent.processor.graph;

/**
 * The index of a loop over the directions that are carried along at once. Such loops are short and
 * many, which matters to those who write them down.
 */
public final class Lane {
  public static final String NAME = "lane";

  private Lane() {}

  /** Tells whether a loop with an index is over directions. */
  public static boolean is(Value index) {
    return index.name().equals(NAME);
  }
}
