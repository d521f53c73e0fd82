package cotangent.processor.read.object;

import java.util.function.Predicate;

/**
 * Thrown where it turns out that objects have to be held in another way than so far: the method is
 * read again, with that in mind.
 */
public final class Escape extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Predicate<Representations> lesson;

  /**
   * @param lesson notes what turned out; tells whether that is new
   */
  public Escape(Predicate<Representations> lesson) {
    super(null, null, false, false);
    this.lesson = lesson;
  }

  /** Notes what turned out; tells whether that is new. */
  public boolean teach(Representations representations) {
    return lesson.test(representations);
  }
}
