package cotangent;

/**
 * Holds an exception that ended a call, in place of its result. Used by generated code where a
 * {@code try} statement is differentiated: what is undone on the way back depends on how far the
 * program got.
 *
 * @param exception what was thrown
 */
public record Thrown(Throwable exception) {}
