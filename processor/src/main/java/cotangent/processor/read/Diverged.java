package cotangent.processor.read;

/** Thrown while a tree is read when what follows in the same region can never be reached. */
final class Diverged extends RuntimeException {
  private static final long serialVersionUID = 1;

  Diverged() {
    super(null, null, false, false);
  }
}
