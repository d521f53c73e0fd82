package cotangent.processor.read.call;

import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Tells which collections another collection can't hold, as they are of other elements than its
 * type says: in one method, lists of several types are kept in one place.
 */
final class ElementTypes {
  private final Frame frame;

  ElementTypes(Frame frame) {
    this.frame = frame;
  }

  /** Returns what a value may be that was held as one of a type. */
  Term narrowed(TypeMirror held, Term value) {
    Term narrowed =
        value instanceof Term.Choice choice
                && choice.alternatives().stream().anyMatch(each -> isOne(held, each))
            ? new TypeTests(frame).narrowed(choice, one -> isOne(held, one))
            : value;
    boolean isCollection = narrowed instanceof Term.Indexed || narrowed instanceof Term.Choice;
    return isCollection ? narrowed.as(held) : narrowed;
  }

  private static boolean isOne(TypeMirror held, Term value) {
    boolean isObject =
        value instanceof Term.Fixed
            || value instanceof Term.Mutable
            || value instanceof Term.Indexed;
    if (!isObject
        || !(Objects.of(value) instanceof ObjectClass.Library library)
        || !(held instanceof DeclaredType declared)) {
      return true;
    }
    List<? extends TypeMirror> wanted = declared.getTypeArguments();
    List<? extends TypeMirror> given = library.type().getTypeArguments();
    return wanted.size() != given.size()
        || areOpen(wanted)
        || areOpen(given)
        || wanted.toString().equals(given.toString());
  }

  private static boolean areOpen(List<? extends TypeMirror> types) {
    return types.stream().anyMatch(each -> each.getKind() != TypeKind.DECLARED);
  }
}
