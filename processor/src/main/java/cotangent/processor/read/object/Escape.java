package cotangent.processor.read.object;

import cotangent.processor.report.Position;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where objects turn out to need another representation: the method is then read again with
 * it.
 */
public final class Escape extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Predicate<Representations> lesson;
  private final transient @Nullable TypeMirror ofRecords;
  private transient @Nullable Position position;
  private transient @Nullable String method;

  /**
   * @param lesson notes what was found, and returns whether that is new
   */
  public Escape(Predicate<Representations> lesson) {
    super(null, null, false, false);
    this.lesson = lesson;
    this.ofRecords = null;
  }

  /**
   * @param ofRecords an array of records, which can't be held in another way
   */
  Escape(TypeMirror ofRecords) {
    super(null, null, false, false);
    this.lesson = found -> false;
    this.ofRecords = ofRecords;
  }

  /** Returns the type of the array of records for which there is no other way; else null. */
  public @Nullable TypeMirror ofRecords() {
    return ofRecords;
  }

  /** Notes where it was found, unless a smaller part of the source is known. */
  public Escape at(Position where) {
    position = position == null ? where : position;
    return this;
  }

  /** Notes which method of the library asks for it. */
  public Escape by(String name) {
    method = method == null ? name : method;
    return this;
  }

  /** Returns the method of the library that asks for it; null where there is none. */
  public @Nullable String method() {
    return method;
  }

  /** Returns the place where it was found; null where none is known. */
  public @Nullable Position position() {
    return position;
  }

  /** Notes what was found, and returns whether that is new. */
  public boolean teach(Representations representations) {
    return lesson.test(representations);
  }
}
