package cotangent.processor.read.names;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What is certain of values whose type is a variable or has a wildcard: its bound. */
public record UpperBounds(Elements elements) {

  /** Returns the bound of a variable; the first, by which it is erased, where there are several. */
  public static TypeMirror above(TypeVariable variable) {
    return all(variable).get(0);
  }

  /** Returns all bounds; javac makes one type of several, and ECJ the variable itself. */
  private static List<? extends TypeMirror> all(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    if (bound instanceof IntersectionType several) {
      return several.getBounds();
    }
    return bound instanceof TypeVariable same
            && same.asElement().equals(variable.asElement())
            && variable.asElement() instanceof TypeParameterElement declared
        ? declared.getBounds()
        : List.of(bound);
  }

  /** Returns the class through which the members of a type are found, if it has any. */
  static Optional<DeclaredType> site(TypeMirror type) {
    return sites(type).findFirst();
  }

  /** Returns all such classes: those of an object of several bounds are members of it. */
  public static Stream<DeclaredType> sites(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return all(variable).stream().flatMap(UpperBounds::sites);
    }
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? Stream.of(declared)
        : Stream.empty();
  }

  /** Returns the bound, other than the first, through which what is of a type has members. */
  public static Optional<DeclaredType> further(TypeMirror type, TypeElement owner, Types types) {
    TypeMirror wanted = types.erasure(owner.asType());
    return sites(type)
        .filter(bound -> types.isSubtype(types.erasure(bound), wanted))
        .findFirst()
        .filter(bound -> !types.isSubtype(types.erasure(type), wanted));
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
