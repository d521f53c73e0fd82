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
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.call.GeneratedCalls;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads declarations and assignments of every form. */
public final class Assignments {
  private final Frame frame;
  private final Environment environment;
  private final Expressions expressions;
  private final Conversions conversions;
  private final Arithmetic arithmetic;

  Assignments(
      Frame frame, Expressions expressions, Conversions conversions, Arithmetic arithmetic) {
    this.frame = frame;
    this.environment = frame.environment();
    this.expressions = expressions;
    this.conversions = conversions;
    this.arithmetic = arithmetic;
  }

  /** Declares a local variable. */
  public void declare(VariableTree tree) {
    ExpressionTree initial = tree.getInitializer();
    if (tree.getType() == null) {
      if (initial == null) {
        throw frame.names().wrong(tree);
      }
      Term value = expressions.value(initial);
      rejectVoid(tree, value.type());
      bind(declared(tree, value.type()), value);
      return;
    }
    TypeMirror type =
        new GeneratedCalls(frame)
            .type(tree.getType())
            .orElseGet(() -> frame.names().type(tree.getType()));
    frame.shapes().of(type, frame.names().position(tree.getType()));
    if (initial == null) {
      declared(tree, type);
    } else {
      Term value = expressions.value(initial, type);
      bind(declared(tree, type), value);
    }
  }

  private Variable declared(VariableTree tree, TypeMirror type) {
    String name = tree.getName().toString();
    if (environment.named(name) != null) {
      frame.reading().refused(frame.names().wrong(tree));
    }
    Variable variable = environment.declare(name, type);
    frame.constants().declared(tree, variable);
    return variable;
  }

  private void rejectVoid(Tree at, TypeMirror type) {
    if (type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL) {
      throw frame.names().wrong(at);
    }
  }

  /** Gives a variable a value, and the value the variable's name. */
  public Term bind(Variable variable, Term value) {
    Term named = value.as(variable.type());
    if (value instanceof Term.Single single) {
      named =
          new Term.Single(variable.type(), frame.draft().named(single.value(), variable.name()));
    }
    named.leaves().forEach(frame.draft()::bind);
    environment.set(variable, named);
    return named;
  }

  Term assign(AssignmentTree tree) {
    ExpressionTree target = plain(tree.getVariable());
    if (target instanceof ArrayAccessTree access) {
      Arrays.Place place = expressions.arrays().place(access);
      Term value = expressions.value(tree.getExpression(), place.type());
      expressions.arrays().write(tree, place, value);
      return value;
    }
    Variable variable = variable(target);
    return bind(variable, expressions.value(tree.getExpression(), variable.type()));
  }

  Term compound(CompoundAssignmentTree tree) {
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
  Term step(UnaryTree tree) {
    Tree.Kind kind = tree.getKind();
    boolean up = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
    boolean prefix = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.PREFIX_DECREMENT;
    return update(tree, tree.getExpression(), old -> arithmetic.step(tree, old, up), prefix);
  }

  /** Reads the old value, computes the new one, and gives one of them. */
  private Term update(
      Tree at, ExpressionTree target, UnaryOperator<Term> operation, boolean givesNew) {
    if (plain(target) instanceof ArrayAccessTree access) {
      Arrays.Place place = expressions.arrays().place(access);
      Term old = expressions.arrays().read(access, place);
      Term value = operation.apply(old);
      expressions.arrays().write(at, place, value);
      return givesNew ? value : old;
    }
    Variable variable = variable(plain(target));
    Term old = expressions.value(target);
    Term value = bind(variable, operation.apply(old));
    return givesNew ? value : old;
  }

  private Variable variable(ExpressionTree target) {
    if (target instanceof IdentifierTree identifier) {
      Variable variable = environment.named(identifier.getName().toString());
      if (variable != null) {
        return variable;
      }
    }
    if (target instanceof MemberSelectTree select
        && select.getExpression().toString().equals("this")) {
      Variable field = frame.fields().get(select.getIdentifier().toString());
      if (field != null) {
        return field;
      }
    }
    if (target instanceof IdentifierTree || target instanceof MemberSelectTree) {
      boolean[] isFinal = new boolean[1];
      frame
          .draft()
          .in(
              new GraphBuilder(),
              () -> {
                expressions.value(target);
                isFinal[0] = expressions.members().isFinal(target);
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
