package cotangent.processor.read.scope;

import javax.lang.model.type.TypeMirror;

/**
 * A local variable or parameter, or one that stands for something unnamed: the result of a method,
 * the value of a conditional expression. Its value at a point of the program is in the {@link
 * Environment}.
 *
 * @param isField whether it is a field of an object that was made in sight
 * @param number grows with each declaration, so that it tells what was declared before what
 */
public record Variable(String name, TypeMirror type, int number, boolean isField) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
