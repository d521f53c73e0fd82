package cotangent.processor.prove;

/** Thrown where a point shows nothing; the next one may. */
final class Unclear extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unclear(String why) {
    super(why, null, false, false);
  }
}
