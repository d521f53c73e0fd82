package cotangent.processor.read.object;

import javax.lang.model.element.TypeElement;

/**
 * Thrown where an object that was taken apart goes where only the whole object can go: the method
 * is read again, and objects of the class are made as they are in the source.
 */
public final class Escape extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient TypeElement type;

  public Escape(TypeElement type) {
    super(null, null, false, false);
    this.type = type;
  }

  public TypeElement type() {
    return type;
  }
}
