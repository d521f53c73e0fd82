package cotangent.processor.report;

/**
 * A place in the user's source that a message can point at.
 *
 * @param line the line, counted from 1; 0 where there is none
 * @param handle what the printer needs to put the caret there; never looked into by other stages
 */
public record Position(long line, Object handle) {

  /** The position of what has no counterpart in the user's source. */
  public static final Position NONE = new Position(0, "");

  @Override
  public String toString() {
    return line == 0 ? "generated" : "line " + line;
  }
}
