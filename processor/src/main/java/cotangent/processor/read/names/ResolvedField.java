package cotangent.processor.read.names;

import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The field that a name refers to.
 *
 * @param type its type as a member of the class through which it is named
 */
public record ResolvedField(VariableElement element, TypeMirror type) {

  public boolean isStatic() {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns the value of a constant variable: a boxed scalar or a string. */
  public Optional<Object> constant() {
    return Optional.ofNullable(element.getConstantValue());
  }

  public TypeElement owner() {
    return Owner.of(element);
  }
}
