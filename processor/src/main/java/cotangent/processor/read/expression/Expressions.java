package cotangent.processor.read.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Calls;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.statement.Switches;
import cotangent.processor.report.Problem;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions, in Java's order of evaluation. The parameter is the type asked for, or null.
 */
public final class Expressions extends SimpleTreeVisitor<Term, @Nullable TypeMirror> {
  private final Frame frame;
  private final Types types;
  private final Conversions conversions;
  private final Arithmetic arithmetic;
  private final Assignments assignments;
  private final Choices choices;
  private final Arrays arrays;
  private final Members members;
  private final Calls calls;

  public Expressions(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
    this.conversions = new Conversions(frame);
    this.arithmetic = new Arithmetic(frame, conversions);
    this.arrays = new Arrays(frame, this, conversions);
    this.assignments = new Assignments(frame, this, conversions, arithmetic);
    this.choices = new Choices(frame, this, conversions);
    this.members = new Members(frame, this);
    this.calls = new Calls(frame, this, conversions);
  }

  public Assignments assignments() {
    return assignments;
  }

  public Conversions conversions() {
    return conversions;
  }

  public Arithmetic arithmetic() {
    return arithmetic;
  }

  public Arrays arrays() {
    return arrays;
  }

  public Members members() {
    return members;
  }

  /** Reads an expression with the type that it has by itself. */
  public Term value(ExpressionTree tree) {
    return read(tree, null);
  }

  /** Reads an expression and converts it to what it is assigned to. */
  public Term value(ExpressionTree tree, TypeMirror target) {
    Term value = read(tree, target);
    conversions.checkAssignable(tree, value, target);
    return conversions.to(tree, value, target);
  }

  /** Reads an expression, and notes its type, to be compared with what javac finds later. */
  Term read(ExpressionTree tree, @Nullable TypeMirror target) {
    Term value = tree.accept(this, target);
    frame.names().typed(tree, value.type());
    return value;
  }

  /** Reads a condition. */
  public Value condition(ExpressionTree tree) {
    Value value = conversions.scalar(tree, value(tree));
    if (value.type() != Type.BOOLEAN) {
      throw frame.names().wrong(tree);
    }
    return value;
  }

  /** Reads a number. */
  public Value number(ExpressionTree tree) {
    Value value = conversions.scalar(tree, value(tree));
    if (value.type() == Type.BOOLEAN) {
      throw frame.names().wrong(tree);
    }
    return value;
  }

  /** Reads an index or a length. */
  Value index(ExpressionTree tree) {
    Value index = conversions.promoted(number(tree));
    if (index.type() != Type.INT) {
      throw frame.names().wrong(tree);
    }
    return index;
  }

  /** Reads an expression for what it does. */
  public void effect(ExpressionTree tree) {
    read(tree, null);
  }

  @Override
  protected Term defaultAction(Tree tree, @Nullable TypeMirror target) {
    throw Syntax.refusal(frame, tree);
  }

  @Override
  public Term visitParenthesized(ParenthesizedTree tree, @Nullable TypeMirror target) {
    return read(tree.getExpression(), target);
  }

  @Override
  public Term visitLiteral(LiteralTree tree, @Nullable TypeMirror target) {
    Object value = tree.getValue();
    if (value == null) {
      return new Term.Single(
          types.getNullType(),
          frame.draft().constant(new Type.Reference("java.lang.Object"), null));
    }
    return constant(value);
  }

  /** Gives a constant: a boxed scalar or a text. */
  Term constant(Object value) {
    if (value instanceof String text) {
      return new Term.Single(
          frame.names().program().elements().getTypeElement("java.lang.String").asType(),
          frame.draft().constant(Type.STRING, text));
    }
    TypeMirror type =
        types.unboxedType(
            frame
                .names()
                .program()
                .elements()
                .getTypeElement(value.getClass().getCanonicalName())
                .asType());
    return new Term.Single(
        type, frame.draft().constant(Type.Scalar.valueOf(type.getKind().name()), value));
  }

  @Override
  public Term visitIdentifier(IdentifierTree tree, @Nullable TypeMirror target) {
    return members.named(tree);
  }

  @Override
  public Term visitMemberSelect(MemberSelectTree tree, @Nullable TypeMirror target) {
    return members.selected(tree);
  }

  @Override
  public Term visitBinary(BinaryTree tree, @Nullable TypeMirror target) {
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return choices.logical(tree);
    }
    Term left = value(tree.getLeftOperand());
    Term right = value(tree.getRightOperand());
    return arithmetic.binary(tree, tree.getKind(), left, right);
  }

  @Override
  public Term visitUnary(UnaryTree tree, @Nullable TypeMirror target) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.step(tree);
      default -> arithmetic.unary(tree, tree.getKind(), value(tree.getExpression()));
    };
  }

  @Override
  public Term visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable TypeMirror target) {
    return choices.conditional(tree, target);
  }

  @Override
  public Term visitSwitchExpression(SwitchExpressionTree tree, @Nullable TypeMirror target) {
    return new Switches(frame).value(tree, target);
  }

  @Override
  public Term visitAssignment(AssignmentTree tree, @Nullable TypeMirror target) {
    return assignments.assign(tree);
  }

  @Override
  public Term visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable TypeMirror target) {
    return assignments.compound(tree);
  }

  @Override
  public Term visitTypeCast(TypeCastTree tree, @Nullable TypeMirror target) {
    TypeMirror type = frame.names().type(tree.getType());
    Term value = read(tree.getExpression(), type);
    if (type.getKind().isPrimitive() && conversions.isUnboxedByCast(value.type(), type)) {
      throw frame.refusal(tree, Problem.REFERENCE_CAST, value.type(), type);
    }
    return conversions.to(tree, value, type);
  }

  @Override
  public Term visitNewArray(NewArrayTree tree, @Nullable TypeMirror target) {
    return arrays.create(tree, target);
  }

  @Override
  public Term visitArrayAccess(ArrayAccessTree tree, @Nullable TypeMirror target) {
    Arrays.Place place = arrays.place(tree);
    return arrays.read(tree, place);
  }

  @Override
  public Term visitMethodInvocation(MethodInvocationTree tree, @Nullable TypeMirror target) {
    return calls.invoke(tree);
  }

  @Override
  public Term visitNewClass(NewClassTree tree, @Nullable TypeMirror target) {
    if (tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
      throw Syntax.refusal(frame, tree);
    }
    return calls.create(tree, target);
  }

  /** What a {@code void} call gives. */
  public Term nothing() {
    return new Term.Tuple(types.getNoType(TypeKind.VOID), java.util.List.of());
  }
}
