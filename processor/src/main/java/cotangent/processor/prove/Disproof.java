package cotangent.processor.prove;

/** Thrown where a derivative is wrong. */
public final class Disproof extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Disproof(String message) {
    super(message);
  }
}
