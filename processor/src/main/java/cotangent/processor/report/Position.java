package cotangent.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the user's source that a message can point at. Two are the same where they point at
 * the same source, whatever call led there.
 *
 * @param line the line, counted from 1; 0 where there is none
 * @param column the column, counted from 1; 0 where there is none
 * @param handle what the printer needs to put the caret there; never looked into by other stages
 * @param isMade whether what stands there isn't the user's own but was made by the compiler, which
 *     knows that it needn't run; then the place is what it was made for, as a derivative of it
 * @param call the call in whose place the source was read; null for that of the method itself
 */
public record Position(long line, long column, Object handle, boolean isMade, @Nullable Call call) {

  /** Sorts places of one file as they follow one another. */
  public static final Comparator<Position> IN_SOURCE_ORDER =
      Comparator.comparingLong(Position::line).thenComparingLong(Position::column);

  /** The position of what has no counterpart in the user's source. */
  public static final Position NONE = new Position(0, 0, "", true, null);

  /** A call of a helper that was read in its place. Each is one of its own. */
  public static final class Call {
    private final String name;
    private final Position at;
    private List<?> results = List.of();

    /**
     * @param name the name of the helper
     * @param at where it is called, which may be in a helper as well
     */
    public Call(String name, Position at) {
      this.name = name;
      this.at = at;
    }

    public String name() {
      return name;
    }

    public Position at() {
      return at;
    }

    /** Notes what the call came to, which stages hand on and don't look into. */
    public void gives(List<?> values) {
      results = List.copyOf(values);
    }

    public List<?> results() {
      return results;
    }
  }

  public Position(long line, long column, Object handle) {
    this(line, column, handle, false, null);
  }

  /** A handle that knows whether code has checked what it is given before it computes. */
  public interface Checked {
    boolean isChecked();

    /** Whether it stands in source that only the compiler knows, so that the call is the place. */
    boolean isRetold();
  }

  /**
   * Whether loops that stand here go no further than their arrays do: those that the compiler made,
   * and those of the library of tensors.
   */
  public boolean isChecked() {
    return isMade || isOfTensors();
  }

  /** Whether it stands in the library of tensors, whose loops from 0 count what isn't negative. */
  public boolean isOfTensors() {
    return handle instanceof Checked place && place.isChecked();
  }

  /** A place known by its line only, as in tests. */
  public Position(long line, Object handle) {
    this(line, 0, handle);
  }

  /** Returns the position of what is made for this, such as its derivative. */
  public Position made() {
    return isMade ? this : new Position(line, column, handle, true, call);
  }

  /** Whether it stands in source that only the compiler knows, so that it says nothing to users. */
  public boolean isRetold() {
    return handle instanceof Checked place && place.isRetold();
  }

  /** Returns the innermost place that says something to users: source of libraries doesn't. */
  public Optional<Position> ofUser() {
    return path().stream().filter(each -> !each.isOfTensors() && !each.isRetold()).findFirst();
  }

  /** Returns the same place, as it is read in place of a call. */
  public Position in(@Nullable Call outer) {
    if (outer != null && isRetold()) {
      return isMade ? outer.at.made() : outer.at;
    }
    return outer == null || this == NONE ? this : new Position(line, column, handle, isMade, outer);
  }

  /**
   * Returns this place, the user's own, and those of the calls that led here, the innermost first.
   */
  public List<Position> path() {
    List<Position> path = new ArrayList<>();
    path.add(isMade ? new Position(line, column, handle, false, call) : this);
    for (Call each = call; each != null; each = each.at.call) {
      path.add(each.at);
    }
    return path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position position
        && line == position.line
        && column == position.column
        && isMade == position.isMade
        && handle.equals(position.handle);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, column, isMade, handle);
  }

  @Override
  public String toString() {
    return line == 0 ? "generated" : "line " + line;
  }
}
