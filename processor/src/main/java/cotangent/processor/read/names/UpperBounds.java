package cotangent.processor.read.names;

import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** What is certain of values whose type is a variable or has a wildcard: its bound. */
public record UpperBounds(Elements elements) {

  /**
   * Returns the bound of a variable; the first, by which it is erased, where there are several, of
   * which javac makes one type and ECJ the variable itself.
   */
  public static TypeMirror above(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    if (bound instanceof IntersectionType several) {
      return several.getBounds().get(0);
    }
    return bound instanceof TypeVariable same
            && same.asElement().equals(variable.asElement())
            && variable.asElement() instanceof TypeParameterElement declared
        ? declared.getBounds().get(0)
        : bound;
  }

  /** Returns the class through which the members of a type are found, if it has any. */
  static Optional<DeclaredType> site(TypeMirror type) {
    TypeMirror bound = type;
    while (bound instanceof TypeVariable variable) {
      bound = above(variable);
    }
    return bound instanceof DeclaredType declared && bound.getKind() == TypeKind.DECLARED
        ? Optional.of(declared)
        : Optional.empty();
  }

  /**
   * Returns the type that every value of a type with a wildcard, or with the variable that javac
   * made of one, certainly has.
   */
  TypeMirror of(TypeMirror type) {
    if (type instanceof TypeVariable variable
        && !SourceVersion.isIdentifier(variable.asElement().getSimpleName())) {
      return of(above(variable));
    }
    if (!(type instanceof WildcardType wildcard)) {
      return type;
    }
    TypeMirror bound = wildcard.getExtendsBound();
    return bound == null ? elements.getTypeElement("java.lang.Object").asType() : bound;
  }
}
