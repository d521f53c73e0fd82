package cotangent.processor.read.scope;

/** Thrown while a tree is read when what follows in the same region can never be reached. */
public final class Diverged extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Diverged() {
    super(null, null, false, false);
  }
}
