package cotangent.processor.read.names;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds which methods override which, also among generic methods and classes, for which Eclipse's
 * compiler knows none that is overridden.
 */
record Overriding(Elements elements, Types types) {
  /** Whether one method overrides another one in a class. */
  boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return elements.overrides(one, other, type)
        || isGeneric(other) && overridesGeneric(one, other, type);
  }

  private static boolean isGeneric(ExecutableElement method) {
    return !method.getTypeParameters().isEmpty() || !Owner.of(method).getTypeParameters().isEmpty();
  }

  private boolean overridesGeneric(
      ExecutableElement one, ExecutableElement other, TypeElement type) {
    return !one.equals(other)
        && one.getSimpleName().equals(other.getSimpleName())
        && isOfObjects(one)
        && isOfObjects(other)
        && isSeen(other, one)
        && one.getTypeParameters().size() == other.getTypeParameters().size()
        && (Owner.of(one).getKind().isClass() || types.isSubtype(owner(one), owner(other)))
        && erasedParameters(one, type).equals(erasedParameters(other, type));
  }

  /** Private and static methods are hidden or passed by, never overridden. */
  private static boolean isOfObjects(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return !modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
  }

  /** Whether a method is inherited where another one is declared. */
  private boolean isSeen(ExecutableElement method, ExecutableElement where) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || elements.getPackageOf(method).equals(elements.getPackageOf(where));
  }

  private TypeMirror owner(ExecutableElement method) {
    return types.erasure(Owner.of(method).asType());
  }

  /** Returns the names of the types: methods with the same ones can't be in one class. */
  private List<String> erasedParameters(ExecutableElement method, TypeElement type) {
    DeclaredType above =
        new Supertypes(types).declaring((DeclaredType) type.asType(), Owner.of(method));
    var member = (ExecutableType) types.asMemberOf(above, method);
    return member.getParameterTypes().stream().map(each -> types.erasure(each).toString()).toList();
  }
}
