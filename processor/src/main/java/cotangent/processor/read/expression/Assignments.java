package cotangent.processor.read.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.This;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads assignments of every form. */
public final class Assignments {
  /**
   * A field of an object that isn't one variable.
   *
   * @param key what the field is known by
   * @param reading reads it
   */
  private record FieldPlace(
      Term object, Object key, TypeMirror type, Function<Tree, Term> reading) {}

  private final Frame frame;
  private final Environment environment;
  private final Expressions expressions;
  private final Conversions conversions;
  private final Arithmetic arithmetic;
  private final Arrays arrays;

  public Assignments(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.arithmetic = new Arithmetic(frame);
    this.arrays = new Arrays(frame);
  }

  /** Gives a variable a value, and the value the variable's name. */
  public Term bind(Variable variable, Term value) {
    Term named = value.as(variable.type());
    if (value instanceof Term.Single single) {
      named =
          new Term.Single(
              variable.type(),
              frame.draft().named(single.value(), variable.name()),
              single.known());
      KnownClasses.of(frame.reading()).isGiven(named, single);
    } else if (named instanceof Term.Columns columns) {
      Iterator<String> names = columns.names(variable.name()).iterator();
      named =
          columns.with(
              columns.arrays().stream()
                  .map(array -> frame.draft().named(array, names.next()))
                  .toList()
                  .iterator());
    }
    if (Component.isTensor(named.known()) && !Component.isOfLibrary(frame.names().owner())) {
      List<Value> leaves = named.leaves();
      frame.draft().suggest(leaves.get(leaves.size() - 1), variable.name());
    }
    if (named instanceof Term.Mutable object && !Component.isOfLibrary(frame.names().owner())) {
      suggest(variable, object);
    }
    named.leaves().forEach(frame.draft()::bind);
    environment.set(variable, named);
    return named;
  }

  /** Suggests for the arrays of a collection the name of the variable that holds it. */
  private void suggest(Variable variable, Term.Mutable object) {
    Variable elements = object.made().fields().get(ObjectClass.Library.ELEMENTS);
    Term held = elements == null ? null : environment.get(elements);
    if (held != null) {
      List<Value> arrays = held.leaves();
      List<String> names = held.names(variable.name());
      for (int i = 0; i < arrays.size(); i++) {
        frame.draft().suggest(arrays.get(i), names.get(i));
      }
    }
  }

  public Term assign(AssignmentTree tree) {
    ExpressionTree target = plain(tree.getVariable());
    if (target instanceof ArrayAccessTree access) {
      Arrays.ElementPlace place = arrays.place(access);
      Term value = expressions.value(tree.getExpression(), place.type());
      arrays.write(tree, place, value);
      return value;
    }
    FieldPlace field = field(target);
    if (field != null) {
      Term value = expressions.value(tree.getExpression(), field.type());
      new Objects(frame).assign(tree, field.object(), field.key(), value);
      return value;
    }
    Variable variable = variable(target);
    return bind(variable, expressions.value(tree.getExpression(), variable.type()));
  }

  public Term compound(CompoundAssignmentTree tree) {
    Tree.Kind operator = Arithmetic.operator(tree.getKind());
    return update(
        tree,
        tree.getVariable(),
        old -> {
          Term operand = expressions.value(tree.getExpression());
          return narrowed(tree, arithmetic.binary(tree, operator, old, operand), old.type());
        },
        true);
  }

  private Term narrowed(Tree at, Term result, TypeMirror type) {
    TypeMirror target =
        conversions.isBoxed(type) ? frame.names().program().types().unboxedType(type) : type;
    return conversions.to(at, conversions.to(at, result, target), type);
  }

  /** Reads {@code ++} and {@code --}. */
  public Term step(UnaryTree tree) {
    Tree.Kind kind = tree.getKind();
    boolean up = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
    boolean prefix = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.PREFIX_DECREMENT;
    return update(tree, tree.getExpression(), old -> arithmetic.step(tree, old, up), prefix);
  }

  /** Reads the old value, computes the new one, and returns one of them. */
  private Term update(
      Tree at, ExpressionTree target, UnaryOperator<Term> operation, boolean givesNew) {
    if (plain(target) instanceof ArrayAccessTree access) {
      Arrays.ElementPlace place = arrays.place(access);
      Term old = arrays.read(access, place);
      Term value = operation.apply(old);
      arrays.write(at, place, value);
      return givesNew ? value : old;
    }
    FieldPlace field = field(plain(target));
    if (field != null) {
      Term old = field.reading().apply(at);
      Term value = operation.apply(old);
      new Objects(frame).assign(at, field.object(), field.key(), value);
      return givesNew ? value : old;
    }
    Variable variable = variable(plain(target));
    Term old = variable.isField() ? environment.require(variable) : expressions.value(target);
    Term value = bind(variable, operation.apply(old));
    return givesNew ? value : old;
  }

  /** Finds the field of an object that a name means; null where it means something else. */
  private @Nullable FieldPlace field(ExpressionTree target) {
    if (target instanceof IdentifierTree identifier) {
      return named(identifier);
    }
    return target instanceof MemberSelectTree select
            && !isOfNewRecord(select)
            && new NamedValues(frame).typeNamed(select.getExpression()).isEmpty()
        ? selected(select)
        : null;
  }

  private @Nullable FieldPlace named(IdentifierTree tree) {
    String name = tree.getName().toString();
    if (frame.self() == null || environment.named(name) != null) {
      return null;
    }
    NamedValues names = new NamedValues(frame);
    EnclosingObjects objects = new EnclosingObjects(frame);
    Term holder = objects.holder(tree);
    if (holder != null) {
      return own(tree, holder, name);
    }
    Optional<ResolvedField> field = frame.names().field(tree).filter(each -> !each.isStatic());
    return field.isEmpty() ? null : place(names, objects.ofField(tree), field.get());
  }

  private @Nullable FieldPlace selected(MemberSelectTree tree) {
    Term object = expressions.value(tree.getExpression());
    String name = tree.getIdentifier().toString();
    if (!isPlace(object)) {
      return null;
    }
    NamedValues names = new NamedValues(frame);
    TypeMirror site = new EnclosingObjects(frame).site(tree.getExpression(), object);
    return names.hasOwn(object, tree)
        ? own(tree, object, name)
        : place(names, object, frame.names().field(site, tree));
  }

  private static boolean isPlace(Term object) {
    return object instanceof Term.Indexed || object instanceof Term.Choice;
  }

  private static @Nullable FieldPlace place(NamedValues names, Term object, ResolvedField field) {
    return isPlace(object)
        ? new FieldPlace(object, field.element(), field.type(), at -> names.of(at, object, field))
        : null;
  }

  /** Returns the field of an object of which there is no element. */
  private @Nullable FieldPlace own(Tree at, Term object, String name) {
    if (!(object instanceof Term.Indexed)) {
      return null;
    }
    Objects objects = new Objects(frame);
    TypeMirror type = objects.held(at, object, name).type();
    return new FieldPlace(object, name, type, here -> objects.held(here, object, name));
  }

  /** Whether it is a field of the record that is being made, which is no object yet. */
  private boolean isOfNewRecord(MemberSelectTree select) {
    return frame.constructed() != null && This.isField(select);
  }

  private Variable variable(ExpressionTree target) {
    if (target instanceof IdentifierTree identifier) {
      Variable variable = environment.named(identifier.getName().toString());
      if (variable != null) {
        return variable;
      }
    }
    if (target instanceof MemberSelectTree select && This.isField(select)) {
      Variable field = frame.fields().get(select.getIdentifier().toString());
      if (field != null) {
        return field;
      }
    }
    Variable written = new NamedValues(frame).written(target);
    if (written != null) {
      return written;
    }
    if (target instanceof IdentifierTree || target instanceof MemberSelectTree) {
      boolean[] isFinal = new boolean[1];
      frame
          .draft()
          .in(
              new GraphBuilder(),
              () -> {
                expressions.value(target);
                isFinal[0] = new NamedValues(frame).isFinal(target);
              });
      if (isFinal[0]) {
        throw frame.names().wrong(target);
      }
      throw frame.refusal(target, Problem.FIELD_WRITTEN, target);
    }
    throw frame.names().wrong(target);
  }

  private static ExpressionTree plain(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree parenthesized
        ? plain(parenthesized.getExpression())
        : tree;
  }
}
