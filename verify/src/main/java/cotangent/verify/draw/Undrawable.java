package cotangent.verify.draw;

/** A value of a type that nobody knows how to make. */
public final class Undrawable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Undrawable(String message) {
    super(message);
  }
}
