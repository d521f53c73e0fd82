package cotangent.processor.shape;

import org.jspecify.annotations.Nullable;

/**
 * A size that isn't a number yet. Two are the same only when they are the same object.
 *
 * <p>One that is declared is a size of its own: what needs it to be another one is wrong. One that
 * was found is whatever it has to be. One of several is what one of the arms of a fork made it.
 */
final class Name {
  private final String text;
  private final @Nullable Object scope;
  private final boolean isOfObject;
  private final @Nullable Fork fork;

  private Name(String text, @Nullable Object scope, boolean isOfObject, @Nullable Fork fork) {
    this.text = text;
    this.scope = scope;
    this.isOfObject = isOfObject;
    this.fork = fork;
  }

  /**
   * Declares a size.
   *
   * @param scope what it is declared for: the method, or one object of a record
   * @param isOfObject whether it is the latter
   */
  static Name declared(String text, Object scope, boolean isOfObject) {
    return new Name(text, scope, isOfObject, null);
  }

  static Name found(String text) {
    return new Name(text, null, false, null);
  }

  static Name oneOf(Fork fork, String text) {
    return new Name(text, null, false, fork);
  }

  /** Returns what it is declared for; null where it isn't. */
  @Nullable Object scope() {
    return scope;
  }

  boolean isDeclared() {
    return scope != null;
  }

  /** Whether it was declared for one object, so that others may be as large. */
  boolean isOfObject() {
    return isOfObject;
  }

  /** Whether both were declared as two sizes of one thing. */
  boolean isDeclaredBeside(Name other) {
    return scope != null && scope == other.scope && this != other;
  }

  /** Returns the fork of which it is one of several; else null. */
  @Nullable Fork fork() {
    return fork;
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "?" : text;
  }
}
