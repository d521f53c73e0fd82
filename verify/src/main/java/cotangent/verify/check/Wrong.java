package cotangent.verify.check;

/** What is wrong with a generated method at one point. */
public final class Wrong extends AssertionError {
  private static final long serialVersionUID = 1;

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
    super(method + ": " + (place.isEmpty() ? "" : place + " ") + what);
  }
}
