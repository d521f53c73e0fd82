package cotangent.processor.read.object;

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

  /**
   * @param lesson notes what turned out; tells whether that is new
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

  /** Gives the type of the array of records for which there is no other way; else null. */
  public @Nullable TypeMirror ofRecords() {
    return ofRecords;
  }

  /** Notes what was found; gives whether that is new. */
  public boolean teach(Representations representations) {
    return lesson.test(representations);
  }
}
