package cotangent.processor.read.names;

import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * What the components of a record are in a pattern. Its type arguments may be left out: then they
 * follow from the type of what is matched, not from what that turns out to be.
 *
 * <p><b>Source.</b> The Java Language Specification, section 18.5.5.
 */
public final class PatternTypes {
  private final Types types;

  public PatternTypes(Types types) {
    this.types = types;
  }

  /**
   * Returns the type of a component.
   *
   * @param pattern the type of the record, as the pattern names it
   * @param matched the type of what is matched
   */
  public TypeMirror of(RecordComponentElement component, DeclaredType pattern, TypeMirror matched) {
    DeclaredType generic = (DeclaredType) pattern.asElement().asType();
    TypeMirror type = types.asMemberOf(pattern, component);
    if (pattern.getTypeArguments().isEmpty() && !generic.getTypeArguments().isEmpty()) {
      Inference inference =
          new Inference(
              types, generic.getTypeArguments().stream().map(TypeVariable.class::cast).toList());
      if (matched instanceof DeclaredType target
          && target.getTypeArguments().stream().noneMatch(PatternTypes::isAnyAbove)) {
        inference.learnFromTarget(generic, target);
      }
      TypeMirror declared = component.asType();
      type = inference.isOpen(declared) ? types.erasure(declared) : inference.put(declared);
    }
    return type.getKind() == TypeKind.WILDCARD ? types.erasure(component.asType()) : type;
  }

  private static boolean isAnyAbove(TypeMirror argument) {
    return argument instanceof WildcardType wildcard && wildcard.getSuperBound() != null;
  }
}
