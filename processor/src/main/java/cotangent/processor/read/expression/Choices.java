package cotangent.processor.read.expression;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Functional;
import cotangent.processor.read.names.OpenFunction;
import cotangent.processor.read.scan.Bindings;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code && || ?:}, where one side may not be evaluated. */
public final class Choices {
  private final Frame frame;
  private final Environment environment;
  private final Expressions expressions;
  private final Conversions conversions;
  private final Types types;

  public Choices(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.types = frame.names().program().types();
  }

  public Term logical(BinaryTree tree) {
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    Value left = expressions.condition(tree.getLeftOperand());
    Variable result = environment.unnamed("", frame.booleanType());
    Value[] second = new Value[1];
    Runnable right =
        () -> {
          environment.without(
              () -> Bindings.unseen(tree.getLeftOperand(), and),
              () -> second[0] = expressions.condition(tree.getRightOperand()));
          set(result, conversions.term(second[0]));
        };
    Runnable decided = () -> set(result, conversions.term(frame.draft().constant(!and)));
    Term chosen =
        frame.branches().choose(tree, left, result, and ? right : decided, and ? decided : right);
    if (second[0] == null) {
      new UnreadPatterns(frame).declare(tree.getRightOperand());
    } else if (frame.draft().known(frame.single(chosen)) == null) {
      frame.draft().nullTests().note(frame.single(chosen), left, second[0], and);
    }
    return chosen;
  }

  private void set(Variable variable, Term term) {
    environment.set(variable, term);
  }

  public Term conditional(ConditionalExpressionTree tree, @Nullable TypeMirror target) {
    Value condition = expressions.condition(tree.getCondition());
    List<ExpressionTree> sides = List.of(tree.getTrueExpression(), tree.getFalseExpression());
    if (target != null || sides.stream().noneMatch(Choices::hasFunction)) {
      return conditional(tree, condition, target);
    } else if (sides.stream().allMatch(side -> isFunction(side) || isNull(side))) {
      return new Term.Pending(new OpenFunction(tree, parameters -> List.of()), condition);
    }
    return conditional(tree, condition, functionBeside(tree));
  }

  /**
   * Returns what the side without functions is, which the other one is as well; null if unknown.
   */
  private @Nullable TypeMirror functionBeside(ConditionalExpressionTree tree) {
    TypeMirror type = unread(tree, !hasFunction(tree.getTrueExpression()));
    return type != null
            && Functional.of(type, frame.names().program().elements(), types).isPresent()
        ? type
        : null;
  }

  /** Reads one of two functions, once it is known where the function goes. */
  Term function(Term.Pending pending, Value condition, TypeMirror target) {
    return conditional((ConditionalExpressionTree) pending.type().tree(), condition, target);
  }

  /** Whether an expression is a function, which can be made later just as well. */
  private static boolean isFunction(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree inner
        ? isFunction(inner.getExpression())
        : tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  /** Whether an expression is a function, or a choice in which one is. */
  private static boolean hasFunction(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree inner
        ? hasFunction(inner.getExpression())
        : tree instanceof ConditionalExpressionTree choice
            ? hasFunction(choice.getTrueExpression()) || hasFunction(choice.getFalseExpression())
            : isFunction(tree);
  }

  private static boolean isNull(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree inner
        ? isNull(inner.getExpression())
        : tree.getKind() == Tree.Kind.NULL_LITERAL;
  }

  private Term conditional(
      ConditionalExpressionTree tree, Value condition, @Nullable TypeMirror target) {
    Variable result = environment.unnamed("", types.getNoType(TypeKind.NONE));
    if (frame.draft().known(condition) instanceof Boolean truth) {
      TypeMirror other = typeOf(tree, !truth, target);
      Term taken = side(tree, truth, target);
      TypeMirror known = other == null ? taken.type() : other;
      return conversions.to(tree, taken, common(tree, taken.type(), known, target));
    }
    Set<Boolean> given = new HashSet<>();
    Term chosen =
        frame
            .branches()
            .choose(
                tree,
                condition,
                result,
                () -> set(result, noted(given, true, side(tree, true, target))),
                () -> set(result, noted(given, false, side(tree, false, target))),
                (a, b) -> common(tree, a, b, target),
                (value, type) -> conversions.to(tree, value, type));
    return given.size() == 2 ? chosen : beside(tree, !given.contains(true), chosen, target);
  }

  private static Term noted(Set<Boolean> given, boolean isTrue, Term term) {
    given.add(isTrue);
    return term;
  }

  /** Converts one side where the other one always throws an exception, but has a type. */
  private Term beside(
      ConditionalExpressionTree tree, boolean throwsIf, Term chosen, @Nullable TypeMirror target) {
    TypeMirror other = unread(tree, throwsIf);
    return other != null && conversions.isScalar(other) && conversions.isScalar(chosen.type())
        ? conversions.to(tree, chosen, common(tree, chosen.type(), other, target))
        : chosen;
  }

  /**
   * Returns the type of a side without reading it; null where variables of patterns may be in it.
   */
  private @Nullable TypeMirror unread(ConditionalExpressionTree tree, boolean isTrue) {
    return Bindings.all(tree).isEmpty() ? frame.calling().typeOf(side(tree, isTrue)) : null;
  }

  private static ExpressionTree side(ConditionalExpressionTree tree, boolean isTrue) {
    return isTrue ? tree.getTrueExpression() : tree.getFalseExpression();
  }

  /** Reads one side, in which what the condition names is seen where it has a value. */
  private Term side(ConditionalExpressionTree tree, boolean isTrue, @Nullable TypeMirror target) {
    ExpressionTree side = side(tree, isTrue);
    Term[] read = new Term[1];
    environment.without(
        () -> Bindings.unseen(tree.getCondition(), isTrue),
        () -> environment.inNewScope(() -> read[0] = expressions.read(side, target)));
    return read[0];
  }

  /** Finds the type of a side that isn't evaluated; null where it isn't certain. */
  private @Nullable TypeMirror typeOf(
      ConditionalExpressionTree tree, boolean isTrue, @Nullable TypeMirror target) {
    Environment.Mark before = environment.mark();
    TypeMirror[] type = new TypeMirror[1];
    try {
      frame.draft().in(new GraphBuilder(), () -> type[0] = side(tree, isTrue, target).type());
    } catch (Diverged never) {
      return unread(tree, isTrue);
    } finally {
      environment.undo(before);
    }
    return type[0];
  }

  private Refusal untyped(Tree at) {
    return frame.refusal(
        at,
        Problem.SYNTAX,
        "a choice among functions whose type follows from the call",
        "keep it in a variable with its type first");
  }

  /**
   * Returns the type of {@code c ? a : b}.
   *
   * <p><b>Source.</b> The Java Language Specification, section 15.25.
   */
  private TypeMirror common(Tree at, TypeMirror a, TypeMirror b, @Nullable TypeMirror target) {
    if (target == null && (a instanceof OpenFunction || b instanceof OpenFunction)) {
      throw untyped(at);
    }
    if (a instanceof GeneratedRecord || b instanceof GeneratedRecord) {
      return conversions.generated(at, List.of(a, b));
    }
    if (a.getKind() == TypeKind.VOID || b.getKind() == TypeKind.VOID) {
      throw frame.names().wrong(at);
    }
    if (types.isSameType(a, b)) {
      return a;
    }
    if (conversions.isScalar(a) && conversions.isScalar(b)) {
      return scalar(at, unboxed(a), unboxed(b), target);
    }
    if (a.getKind() == TypeKind.NULL || b.getKind() == TypeKind.NULL) {
      TypeMirror other = a.getKind() == TypeKind.NULL ? b : a;
      return other.getKind().isPrimitive()
          ? types.boxedClass((PrimitiveType) other).asType()
          : other;
    }
    if (target != null && !target.getKind().isPrimitive()) {
      return target;
    }
    if (!a.getKind().isPrimitive() && !b.getKind().isPrimitive()) {
      if (types.isAssignable(a, b)) {
        return b;
      } else if (types.isAssignable(b, a)) {
        return a;
      }
    }
    if (target != null && target.getKind().isPrimitive()) {
      throw frame.names().wrong(at);
    }
    return conversions
        .shared(List.of(a, b))
        .orElseThrow(() -> frame.refusal(at, Problem.MIXED_REPRESENTATION));
  }

  /**
   * Whether a side is a variable of a pattern in the condition: javac, which doesn't know its type
   * yet, takes each side for what is wanted.
   */
  private static boolean isOfPattern(Tree at) {
    ConditionalExpressionTree tree = (ConditionalExpressionTree) at;
    Set<String> variables = Bindings.all(tree.getCondition());
    return Stream.of(tree.getTrueExpression(), tree.getFalseExpression())
        .anyMatch(
            side ->
                side instanceof IdentifierTree name
                    && variables.contains(name.getName().toString()));
  }

  private TypeMirror unboxed(TypeMirror type) {
    return type.getKind().isPrimitive() ? type : types.unboxedType(type);
  }

  private TypeMirror scalar(Tree at, TypeMirror a, TypeMirror b, @Nullable TypeMirror target) {
    if (target != null && target.getKind().isPrimitive() && isOfPattern(at)) {
      return target;
    }
    if (a.getKind() == TypeKind.BOOLEAN || b.getKind() == TypeKind.BOOLEAN) {
      if (a.getKind() == b.getKind()) {
        return a;
      }
      throw frame.names().wrong(at);
    }
    if (a.getKind() == b.getKind()) {
      return a;
    }
    if (isOf(a, b, TypeKind.BYTE, TypeKind.SHORT)) {
      return types.getPrimitiveType(TypeKind.SHORT);
    }
    TypeMirror narrow = narrow(at, a, b);
    return narrow != null
        ? narrow
        : conversions.primitive(
            Conversions.promoted(
                Type.Scalar.valueOf(a.getKind().name()), Type.Scalar.valueOf(b.getKind().name())));
  }

  /**
   * Returns {@code char} for {@code c ? 'a' : 0}: a constant takes the narrow type that it fits in.
   */
  private @Nullable TypeMirror narrow(Tree at, TypeMirror a, TypeMirror b) {
    ConditionalExpressionTree tree = (ConditionalExpressionTree) at;
    if (fits(a, tree.getFalseExpression(), b)) {
      return a;
    }
    return fits(b, tree.getTrueExpression(), a) ? b : null;
  }

  private boolean fits(TypeMirror narrow, ExpressionTree constant, TypeMirror type) {
    if (type.getKind() != TypeKind.INT || !(frame.constant(constant) instanceof Integer number)) {
      return false;
    }
    return switch (narrow.getKind()) {
      case BYTE -> number == (byte) (int) number;
      case SHORT -> number == (short) (int) number;
      case CHAR -> number == (char) (int) number;
      default -> false;
    };
  }

  private static boolean isOf(TypeMirror a, TypeMirror b, TypeKind one, TypeKind other) {
    return a.getKind() == one && b.getKind() == other || a.getKind() == other && b.getKind() == one;
  }
}
