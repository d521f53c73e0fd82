package cotangent.processor.read.names;

/**
 * Thrown where the Java itself looks wrong: javac will say so, and nothing else is to be said.
 * Should javac accept the place after all, the {@link Decisions} tell that it was given up.
 */
public final class WrongJava extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Runnable insistence;

  /**
   * @param insistence notes for good that the place was given up
   */
  WrongJava(Runnable insistence) {
    super(null, null, false, false);
    this.insistence = insistence;
  }

  /**
   * Notes for good that the place was given up: what was read later on may have been decided
   * otherwise there, where a loop's body is read twice, or another method reads it.
   */
  public void insist() {
    insistence.run();
  }
}
