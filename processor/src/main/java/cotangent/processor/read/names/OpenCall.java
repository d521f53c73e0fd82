package cotangent.processor.read.names;

import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The type of a call of a generic method, or of {@code new C<>(...)}, before it is known where it
 * goes: a wider type argument than it has by itself may be meant.
 *
 * @param alone the type that it has by itself
 */
public record OpenCall(TypeMirror alone) implements TypeToCome {

  /** Whether the call alone leaves open of what its result is. */
  boolean isVague() {
    return isVague(alone);
  }

  private static boolean isVague(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(OpenCall::isVague)
        || type instanceof WildcardType wildcard
            && wildcard.getExtendsBound() == null
            && wildcard.getSuperBound() == null;
  }

  /** Whether the call can be of a type, if its type arguments are chosen for that. */
  boolean mayBe(TypeMirror wanted, Types types) {
    if (!(alone instanceof DeclaredType own)
        || !(wanted instanceof DeclaredType target)
        || target.getTypeArguments().isEmpty()
        || !types.isSubtype(types.erasure(own), types.erasure(target))) {
      return false;
    }
    List<? extends TypeMirror> narrow = own.getTypeArguments();
    List<? extends TypeMirror> wide = target.getTypeArguments();
    for (int i = 0; i < narrow.size() && narrow.size() == wide.size(); i++) {
      if (!isBelow(narrow.get(i), wide.get(i), types)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBelow(TypeMirror one, TypeMirror other, Types types) {
    TypeMirror bound = other instanceof WildcardType wildcard ? wildcard.getExtendsBound() : other;
    return bound == null
        || one.getKind() == TypeKind.WILDCARD
        || types.isSubtype(types.erasure(one), types.erasure(bound));
  }
}
