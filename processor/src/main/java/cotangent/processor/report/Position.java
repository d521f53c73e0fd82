package cotangent.processor.report;

import java.util.Comparator;

/**
 * A place in the user's source that a message can point at.
 *
 * @param line the line, counted from 1; 0 where there is none
 * @param column the column, counted from 1; 0 where there is none
 * @param handle what the printer needs to put the caret there; never looked into by other stages
 */
public record Position(long line, long column, Object handle) {

  /** Sorts places of one file as they follow one another. */
  public static final Comparator<Position> IN_SOURCE_ORDER =
      Comparator.comparingLong(Position::line).thenComparingLong(Position::column);

  /** The position of what has no counterpart in the user's source. */
  public static final Position NONE = new Position(0, 0, "");

  /** A place known by its line only, as in tests. */
  public Position(long line, Object handle) {
    this(line, 0, handle);
  }

  /** Tells whether it is the position of what has no counterpart in the user's source. */
  public boolean isNone() {
    return line == 0 && column == 0 && handle.equals(NONE.handle);
  }

  @Override
  public String toString() {
    return line == 0 ? "generated" : "line " + line;
  }
}
