package cotangent.processor.read.names;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as source names them, without the annotations that they may carry. */
public final class Spelling {
  private Spelling() {}

  /** Returns the text of a type, its type arguments included. */
  public static String of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    } else if (type instanceof DeclaredType declared) {
      return name(declared) + arguments(declared);
    } else if (type instanceof WildcardType wildcard) {
      return of(wildcard);
    } else if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    } else if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    return type.toString();
  }

  /** Returns the text of a type where its variables mean nothing: any argument will do there. */
  public static String open(TypeMirror type) {
    return type instanceof DeclaredType declared && hasVariables(type)
        ? name(declared)
            + declared.getTypeArguments().stream()
                .map(argument -> hasVariables(argument) ? "?" : of(argument))
                .collect(Collectors.joining(",", "<", ">"))
        : of(type);
  }

  private static String name(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    return isInGeneric(type)
        ? of(type.getEnclosingType()) + "." + element.getSimpleName()
        : element.getQualifiedName().toString();
  }

  /**
   * Whether a class belongs to objects of a class with type arguments. Eclipse's compiler has these
   * around static classes too.
   */
  public static boolean isInGeneric(DeclaredType type) {
    Element element = type.asElement();
    return element.getKind() == ElementKind.CLASS
        && !element.getModifiers().contains(Modifier.STATIC)
        && type.getEnclosingType() instanceof DeclaredType outer
        && isGeneric(outer);
  }

  private static String arguments(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        ? ""
        : type.getTypeArguments().stream()
            .map(Spelling::of)
            .collect(Collectors.joining(",", "<", ">"));
  }

  private static String of(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + of(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
  }

  /** Whether a class, or one around it, has type arguments. */
  static boolean isGeneric(DeclaredType type) {
    return !type.getTypeArguments().isEmpty()
        || type.getEnclosingType() instanceof DeclaredType outer && isGeneric(outer);
  }

  /** Whether a class that has type parameters is named without type arguments. */
  public static boolean isRaw(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().isEmpty()
        && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
  }

  /** Whether a type is written with a type variable. */
  public static boolean hasVariables(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED ->
          ((DeclaredType) type).getTypeArguments().stream().anyMatch(Spelling::hasVariables)
              || isInGeneric((DeclaredType) type)
                  && hasVariables(((DeclaredType) type).getEnclosingType());
      case ARRAY -> hasVariables(((ArrayType) type).getComponentType());
      case WILDCARD ->
          Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
              .anyMatch(bound -> bound != null && hasVariables(bound));
      default -> type.getKind() == TypeKind.TYPEVAR;
    };
  }
}
