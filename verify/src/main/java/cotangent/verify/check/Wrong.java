package cotangent.verify.check;

import java.util.List;

/** What is wrong with a generated method at one point. */
public final class Wrong extends AssertionError {
  private static final long serialVersionUID = 1;

  private final Distance off;
  private final List<String> between;

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
    this(method, place, what, new Distance(Double.POSITIVE_INFINITY, 1), "");
  }

  /**
   * @param off how far two modes are from each other
   * @param source the other mode
   */
  Wrong(String method, String place, String what, Distance off, String source) {
    super(method + ": " + (place.isEmpty() ? "" : place + " ") + what);
    this.off = off;
    this.between = List.of(method, source);
  }

  /**
   * Returns what is wrong with the original itself.
   *
   * @param method its name
   * @param why what its result should be
   */
  public static Wrong promise(String method, String why) {
    return new Wrong(method, "does not keep its own promise: " + why);
  }

  /** The generated methods that differ, the second one as a text that may go on after its name. */
  List<String> between() {
    return between;
  }

  /** How far two modes are from each other, infinite where something else is wrong. */
  Distance off() {
    return off;
  }

  /**
   * How far two numbers are from each other.
   *
   * @param size of what they are computed of
   */
  record Distance(double absolute, double size) {
    double relative() {
      return absolute / size;
    }
  }
}
