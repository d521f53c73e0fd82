package cotangent.processor.graph;

/** Names that are made of others, in the way in which Java writes them. */
public final class CamelCase {
  private CamelCase() {}

  /** Returns {@code Count} for {@code count}. */
  public static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * Returns {@code maxCount} for {@code max} and {@code count}; one of them if there is no other.
   */
  public static String joined(String first, String last) {
    return first.isEmpty() || last.isEmpty() ? first + last : first + capital(last);
  }
}
