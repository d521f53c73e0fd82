package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.DeclaredType;
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
  Term narrowed(Tree at, TypeMirror held, Term value) {
    Term narrowed =
        value instanceof Term.Choice choice
                && choice.alternatives().stream().anyMatch(each -> isOne(held, each))
            ? narrowed(at, held, choice)
            : value;
    boolean isCollection = narrowed instanceof Term.Indexed || narrowed instanceof Term.Choice;
    return isCollection ? narrowed.as(held) : narrowed;
  }

  /** Drops what it can't be, and throws should an unchecked cast have made it so after all. */
  private Term narrowed(Tree at, TypeMirror held, Term.Choice choice) {
    Draft draft = frame.draft();
    Value isOther = draft.constant(false);
    for (int i = 0; i < choice.alternatives().size(); i++) {
      if (!isOne(held, choice.alternatives().get(i))) {
        Value isThis = draft.apply(Operations.EQ, choice.tag(), draft.constant(i));
        isOther = draft.apply(Operations.OR, isOther, isThis);
      }
    }
    JavaExceptions.throwIf(
        frame, at, isOther, "java.lang.ClassCastException", List.of("a value of another type"));
    return new TypeTests(frame).narrowed(choice, one -> isOne(held, one));
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
    return types.stream().anyMatch(ElementTypes::isOpen);
  }

  private static boolean isOpen(TypeMirror type) {
    return !(type instanceof DeclaredType declared) || areOpen(declared.getTypeArguments());
  }
}
