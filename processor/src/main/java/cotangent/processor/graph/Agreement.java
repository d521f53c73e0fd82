package cotangent.processor.graph;

import java.util.List;

/**
 * What a reader notes about sizes that agree, or have to. It computes nothing, and is removed as
 * soon as sizes have been followed through the method. The operands are the leaves of all that it
 * is about.
 *
 * @param kind what follows from it
 * @param what the operation, or what else asks for it
 * @param subjects what has these sizes
 * @param limits comparisons that have to hold besides, such as {@code to <= n}
 */
public record Agreement(Kind kind, String what, List<Subject> subjects, List<String> limits)
    implements Callee {
  /** Asks for what is given, where it is one object of a record. */
  public static final String OBJECT = "object";

  /** Says what is given of each element of an array of records. */
  public static final String ELEMENTS = "elements";

  /** Declares what Java checks as well, since it calls a method that does. */
  public static final String CHECKED = "checked";

  private static final String ABSENT = "absent";

  public Agreement {
    subjects = List.copyOf(subjects);
    limits = List.copyOf(limits);
  }

  /** Says that what is given isn't there: its sizes are none. */
  public static Agreement absent() {
    return new Agreement(Kind.GIVEN, ABSENT, List.of(), List.of());
  }

  /** What follows from an agreement. */
  public enum Kind {
    /** It holds: what comes in was checked. Each of its names is a size of its own. */
    GIVEN,
    /** An operation on tensors asks for it, and returns something of that size. */
    OPERATION,
    /** It was declared, by the code that comes after it, up to {@link #DONE}. */
    DECLARED,
    /** Ends what a declaration is about. */
    DONE
  }

  /** Whether it says of something that it isn't there. */
  public boolean isOfAbsent() {
    return what.equals(ABSENT);
  }

  /** How something is held. */
  public enum Form {
    /** A whole number, which stands for its name in the shapes of others. */
    NUMBER,
    ARRAY,
    VECTOR,
    /** By its rows, its columns and its array. */
    MATRIX,
    /** Many of one shape, by an array of each of these. */
    MATRICES;

    /** How many values hold it. */
    public int leaves() {
      return this == MATRIX || this == MATRICES ? 3 : 1;
    }
  }

  /**
   * Something that has a size.
   *
   * @param text how the user knows it
   * @param shape an expression for each dimension, as {@code @Shape} has them; of a number, its
   *     name
   * @param isResult whether it results from the others, and nothing is asked of it
   */
  public record Subject(String text, Form form, String shape, boolean isResult) {}
}
