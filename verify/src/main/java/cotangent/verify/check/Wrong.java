package cotangent.verify.check;

/** What is wrong with a generated method at one point. */
public final class Wrong extends AssertionError {
  private static final long serialVersionUID = 1;

  private final double off;

  /**
   * @param method the generated method
   * @param what what is wrong, as the rest of a sentence that the method begins
   */
  Wrong(String method, String what) {
    this(method, "", what);
  }

  /**
   * @param place the number that is wrong, such as {@code dx[2]}; empty where it isn't one number
   * @param what what is wrong, as the rest of a sentence that the place begins
   */
  Wrong(String method, String place, String what) {
    this(method, place, what, Double.POSITIVE_INFINITY);
  }

  /**
   * @param off how far two modes are from each other, in parts of what they compute
   */
  Wrong(String method, String place, String what, double off) {
    super(method + ": " + (place.isEmpty() ? "" : place + " ") + what);
    this.off = off;
  }

  /** How far two modes are from each other, infinite where something else is wrong. */
  double off() {
    return off;
  }
}
