package cotangent.processor.read.shape;

import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Whether Java lets a value of one type be seen as another, if only by a cast: what it doesn't let
 * is for javac to complain of. Yes is the safe answer.
 *
 * <p><b>Source.</b> The Java Language Specification, section 5.5.
 */
public final class Castability {
  private final Types types;

  public Castability(Types types) {
    this.types = types;
  }

  public boolean arePossible(TypeMirror one, TypeMirror other) {
    if (one.getKind() == TypeKind.VOID || other.getKind() == TypeKind.VOID) {
      return false;
    }
    if (one instanceof GeneratedRecord
        || other instanceof GeneratedRecord
        || one.getKind().isPrimitive()
        || other.getKind().isPrimitive()) {
      return true;
    }
    return ofReferences(types.erasure(one), types.erasure(other));
  }

  private boolean ofReferences(TypeMirror one, TypeMirror other) {
    if (types.isAssignable(one, other) || types.isAssignable(other, one)) {
      return true;
    } else if (one instanceof ArrayType a && other instanceof ArrayType b) {
      return ofComponents(a.getComponentType(), b.getComponentType());
    } else if (one instanceof DeclaredType a && other instanceof DeclaredType b) {
      return mayHaveSubclass(a, b);
    }
    return false;
  }

  private boolean ofComponents(TypeMirror one, TypeMirror other) {
    return one.getKind().isPrimitive() || other.getKind().isPrimitive()
        ? types.isSameType(one, other)
        : ofReferences(one, other);
  }

  /** Whether an object can be of both types though neither is a subtype of the other. */
  private static boolean mayHaveSubclass(DeclaredType one, DeclaredType other) {
    boolean hasInterface = isInterface(one) || isInterface(other);
    return hasInterface && !isFinal(one) && !isFinal(other);
  }

  private static boolean isInterface(DeclaredType type) {
    return type.asElement().getKind().isInterface();
  }

  private static boolean isFinal(DeclaredType type) {
    return type.asElement().getModifiers().contains(Modifier.FINAL);
  }
}
