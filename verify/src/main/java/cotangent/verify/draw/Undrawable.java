package cotangent.verify.draw;

/** A value of a type of which nobody knows how to make one. */
public final class Undrawable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Undrawable(String message) {
    super(message);
  }
}
