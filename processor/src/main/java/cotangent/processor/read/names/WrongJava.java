package cotangent.processor.read.names;

/**
 * Thrown where the Java itself looks wrong: javac will say so, and nothing else is to be said.
 * Should javac accept the place after all, the {@link Decisions} tell that it was given up.
 */
public final class WrongJava extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongJava() {
    super(null, null, false, false);
  }
}
