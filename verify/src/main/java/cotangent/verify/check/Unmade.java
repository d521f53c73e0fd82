package cotangent.verify.check;

/** A record was not made, as its constructor refuses what it was to hold. */
final class Unmade extends IllegalStateException {
  private static final long serialVersionUID = 1;

  Unmade(Throwable cause) {
    super(cause);
  }
}
