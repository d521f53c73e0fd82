package cotangent.processor.read.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.scope.Term;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object that isn't one variable.
 *
 * @param key what the field is known by
 * @param reading reads it
 */
record FieldPlace(Term object, Object key, TypeMirror type, Function<Tree, Term> reading) {

  /** Finds the field of an object that a name means; null where it means something else. */
  static @Nullable FieldPlace of(Frame frame, ExpressionTree target) {
    if (target instanceof IdentifierTree identifier) {
      return named(frame, identifier);
    }
    return target instanceof MemberSelectTree select
            && !isOfNewRecord(frame, select)
            && new NamedValues(frame).typeNamed(select.getExpression()).isEmpty()
        ? selected(frame, select)
        : null;
  }

  private static @Nullable FieldPlace named(Frame frame, IdentifierTree tree) {
    String name = tree.getName().toString();
    if (frame.self() == null || frame.environment().named(name) != null) {
      return null;
    }
    NamedValues names = new NamedValues(frame);
    Term holder = names.holder(tree);
    if (holder != null) {
      return own(frame, tree, holder, name);
    }
    Optional<ResolvedField> field = names.field(tree).filter(found -> !found.isStatic());
    return field.isEmpty() ? null : of(frame, names.self(tree, field.get().owner()), field.get());
  }

  private static @Nullable FieldPlace selected(Frame frame, MemberSelectTree tree) {
    Term object = frame.expressions().value(tree.getExpression());
    String name = tree.getIdentifier().toString();
    if (!isPlace(object)) {
      return null;
    }
    return Objects.hasOwn(object, name)
        ? own(frame, tree, object, name)
        : of(frame, object, frame.names().field(object.type(), tree));
  }

  private static boolean isPlace(Term object) {
    return object instanceof Term.Indexed || object instanceof Term.Choice;
  }

  private static @Nullable FieldPlace of(Frame frame, Term object, ResolvedField field) {
    return isPlace(object)
        ? new FieldPlace(
            object,
            field.element(),
            field.type(),
            at -> new NamedValues(frame).of(at, object, field))
        : null;
  }

  /** Returns the field of an object of which there is no element. */
  private static @Nullable FieldPlace own(Frame frame, Tree at, Term object, String name) {
    if (!(object instanceof Term.Indexed)) {
      return null;
    }
    Objects objects = new Objects(frame);
    TypeMirror type = objects.held(at, object, name).type();
    return new FieldPlace(object, name, type, here -> objects.held(here, object, name));
  }

  /** Whether it is a field of the record that is being made, which is no object yet. */
  private static boolean isOfNewRecord(Frame frame, MemberSelectTree select) {
    return frame.constructed() != null && select.getExpression().toString().equals("this");
  }
}
