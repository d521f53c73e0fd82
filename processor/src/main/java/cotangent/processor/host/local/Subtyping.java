package cotangent.processor.host.local;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Which types are the same, and which are below which, where local classes occur in one of them.
 *
 * <p><b>Source.</b> The Java Language Specification, sections 4.5.1, 4.10, 5.2 and 8.4.2.
 */
final class Subtyping {
  private static final String OBJECT = "java.lang.Object";
  private static final Set<String> ABOVE_ARRAYS =
      Set.of(OBJECT, "java.lang.Cloneable", "java.io.Serializable");

  private final MixedTypes types;

  Subtyping(MixedTypes types) {
    this.types = types;
  }

  private static boolean isReference(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED, ARRAY, TYPEVAR, NULL, INTERSECTION, WILDCARD -> true;
      default -> false;
    };
  }

  private static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  /** Returns a type as the class that it is or extends; null where it isn't below that. */
  @Nullable DeclaredType as(TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return declared;
    } else if (!isReference(type) || type.getKind() == TypeKind.NULL) {
      return null;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      DeclaredType there = as(parent, wanted);
      if (there != null) {
        return there;
      }
    }
    return null;
  }

  boolean isSubtype(TypeMirror one, TypeMirror other) {
    if (one.equals(other) || !isReference(one) || !isReference(other)) {
      return isSame(one, other);
    } else if (one.getKind() == TypeKind.NULL) {
      return true;
    } else if (other instanceof IntersectionType all) {
      return all.getBounds().stream().allMatch(bound -> types.isSubtype(one, bound));
    } else if (other instanceof TypeVariable) {
      return one instanceof TypeVariable && isBelowByBound(one, other);
    } else if (other instanceof DeclaredType declared && name(declared).equals(OBJECT)) {
      return true;
    } else if (one instanceof ArrayType array) {
      return isSubtype(array, other);
    } else if (other instanceof DeclaredType wanted) {
      DeclaredType seen = as(one, (TypeElement) wanted.asElement());
      return seen != null && (wanted.getTypeArguments().isEmpty() || contains(wanted, seen));
    }
    return isBelowByBound(one, other);
  }

  private boolean isBelowByBound(TypeMirror one, TypeMirror other) {
    return isSame(one, other)
        || one instanceof TypeVariable variable && types.isSubtype(variable.getUpperBound(), other)
        || one instanceof IntersectionType all
            && all.getBounds().stream().anyMatch(bound -> types.isSubtype(bound, other));
  }

  private boolean isSubtype(ArrayType array, TypeMirror other) {
    if (!(other instanceof ArrayType wanted)) {
      return other instanceof DeclaredType declared && ABOVE_ARRAYS.contains(name(declared));
    }
    TypeMirror component = array.getComponentType();
    return component.getKind().isPrimitive()
        ? isSame(component, wanted.getComponentType())
        : types.isSubtype(component, wanted.getComponentType());
  }

  private boolean contains(DeclaredType wanted, DeclaredType seen) {
    List<? extends TypeMirror> arguments = seen.getTypeArguments();
    if (arguments.size() != wanted.getTypeArguments().size()) {
      return false; // a raw type: only by an unchecked conversion
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!contains(wanted.getTypeArguments().get(i), arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean contains(TypeMirror wanted, TypeMirror argument) {
    if (!(wanted instanceof WildcardType wildcard)) {
      return isSame(wanted, argument);
    } else if (wildcard.getExtendsBound() != null) {
      TypeMirror upper =
          argument instanceof WildcardType inner ? inner.getExtendsBound() : argument;
      return upper != null && types.isSubtype(upper, wildcard.getExtendsBound());
    } else if (wildcard.getSuperBound() != null) {
      TypeMirror lower = argument instanceof WildcardType inner ? inner.getSuperBound() : argument;
      return lower != null && types.isSubtype(wildcard.getSuperBound(), lower);
    }
    return true;
  }

  boolean isSame(@Nullable TypeMirror one, @Nullable TypeMirror other) {
    if (one == null || other == null || one.getKind() != other.getKind()) {
      return one == null && other == null;
    }
    boolean isOurs = one instanceof LocalType || other instanceof LocalType;
    return isOurs || one instanceof WildcardType ? same(one, other) : types.isSameType(one, other);
  }

  private boolean same(TypeMirror one, TypeMirror other) {
    if (one instanceof DeclaredType a && other instanceof DeclaredType b) {
      return a.asElement().equals(b.asElement())
          && areSame(a.getTypeArguments(), b.getTypeArguments());
    } else if (one instanceof ArrayType a && other instanceof ArrayType b) {
      return isSame(a.getComponentType(), b.getComponentType());
    } else if (one instanceof TypeVariable a && other instanceof TypeVariable b) {
      return a.asElement().equals(b.asElement());
    } else if (one instanceof WildcardType a && other instanceof WildcardType b) {
      return isSame(a.getExtendsBound(), b.getExtendsBound())
          && isSame(a.getSuperBound(), b.getSuperBound());
    }
    return one.equals(other) || one.getKind().isPrimitive();
  }

  private boolean areSame(List<? extends TypeMirror> some, List<? extends TypeMirror> others) {
    boolean are = some.size() == others.size();
    for (int i = 0; are && i < some.size(); i++) {
      are = isSame(some.get(i), others.get(i));
    }
    return are;
  }

  boolean isAssignable(TypeMirror one, TypeMirror other) {
    if (one instanceof PrimitiveType primitive) {
      return types.isSubtype(types.boxedClass(primitive).asType(), other);
    } else if (other.getKind().isPrimitive()) {
      return one instanceof TypeVariable variable
          && types.isAssignable(variable.getUpperBound(), other);
    }
    return isSubtype(one, other) || isUnchecked(one, other);
  }

  /** Whether a raw type stands for one with arguments, about which Java only warns. */
  private boolean isUnchecked(TypeMirror one, TypeMirror other) {
    if (one instanceof ArrayType array && other instanceof ArrayType wanted) {
      return isReference(array.getComponentType())
          && isReference(wanted.getComponentType())
          && isUnchecked(array.getComponentType(), wanted.getComponentType());
    }
    DeclaredType seen =
        other instanceof DeclaredType declared ? as(one, (TypeElement) declared.asElement()) : null;
    return seen != null && Substitution.isRaw(seen);
  }

  boolean isSubsignature(ExecutableType one, ExecutableType other) {
    List<? extends TypeMirror> wanted = other.getParameterTypes();
    List<? extends TypeVariable> variables = other.getTypeVariables();
    boolean areAlike = variables.size() == one.getTypeVariables().size();
    Substitution renaming =
        new Substitution(types).of(areAlike ? variables : List.of(), one.getTypeVariables());
    return areAlike && areSame(one.getParameterTypes(), renaming.in(wanted))
        || areSame(one.getParameterTypes(), wanted.stream().map(types::erasure).toList());
  }
}
