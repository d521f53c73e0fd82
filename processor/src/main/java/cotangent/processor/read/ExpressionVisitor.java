package cotangent.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
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
import cotangent.processor.read.call.NewObjects;
import cotangent.processor.read.call.OpenFunctions;
import cotangent.processor.read.expression.Arithmetic;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Choices;
import cotangent.processor.read.expression.Closures;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.statement.Switches;
import cotangent.processor.read.stream.ForEachCalls;
import cotangent.processor.read.stream.StreamCalls;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.function.Supplier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Says which room reads which expression. The parameter is the type that is wanted, or null. */
final class ExpressionVisitor extends SimpleTreeVisitor<Term, @Nullable TypeMirror>
    implements Expressions {
  private final Frame frame;

  ExpressionVisitor(Frame frame) {
    this.frame = frame;
  }

  private Conversions conversions() {
    return new Conversions(frame);
  }

  @Override
  public Term value(ExpressionTree tree) {
    return read(tree, null);
  }

  @Override
  public Term value(ExpressionTree tree, TypeMirror target) {
    Term value = read(tree, target);
    conversions().checkAssignable(tree, value, target);
    if (tree instanceof NewClassTree && !fits(value.type(), target)) {
      throw frame.names().wrong(tree);
    }
    return located(tree, () -> conversions().assigned(tree, value, target));
  }

  /** Whether an object of a class goes where one of another type is wanted. */
  private boolean fits(TypeMirror made, TypeMirror target) {
    Types types = frame.names().program().types();
    return !(made instanceof DeclaredType && target instanceof DeclaredType)
        || types.isSubtype(types.erasure(made), types.erasure(target));
  }

  /** Says where an object, or an array of records, goes that doesn't belong there. */
  private Term located(Tree tree, Supplier<Term> reading) {
    try {
      return reading.get();
    } catch (Escape escape) {
      TypeMirror records = escape.ofRecords();
      throw records == null
          ? escape.at(frame.draft().place(frame.names().position(tree)))
          : frame.refusal(tree, Problem.ARRAY_OF_RECORDS, records);
    } catch (Refusal refused) {
      throw refused.position().isRetold()
          ? refused.at(frame.draft().place(frame.names().position(tree)))
          : refused;
    }
  }

  @Override
  public Term read(ExpressionTree tree, @Nullable TypeMirror target) {
    Term value = located(tree, () -> tree.accept(this, target));
    frame.names().typed(tree, value.type());
    return value;
  }

  @Override
  public Value condition(ExpressionTree tree) {
    Value value = conversions().scalar(tree, value(tree));
    if (value.type() != Type.BOOLEAN) {
      throw frame.names().wrong(tree);
    }
    return value;
  }

  @Override
  public Value number(ExpressionTree tree) {
    Value value = conversions().scalar(tree, value(tree));
    if (value.type() == Type.BOOLEAN) {
      throw frame.names().wrong(tree);
    }
    return value;
  }

  @Override
  public Value index(ExpressionTree tree) {
    Value index = conversions().promoted(number(tree));
    if (index.type() != Type.INT) {
      throw frame.names().wrong(tree);
    }
    return index;
  }

  @Override
  public void effect(ExpressionTree tree) {
    frame.reading().drops(tree);
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
          frame.names().program().types().getNullType(),
          frame.draft().constant(new Type.Reference("java.lang.Object"), null));
    }
    return conversions().constant(value);
  }

  @Override
  public Term visitIdentifier(IdentifierTree tree, @Nullable TypeMirror target) {
    return new NamedValues(frame).named(tree);
  }

  @Override
  public Term visitMemberSelect(MemberSelectTree tree, @Nullable TypeMirror target) {
    return new NamedValues(frame).selected(tree);
  }

  @Override
  public Term visitBinary(BinaryTree tree, @Nullable TypeMirror target) {
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return new Choices(frame).logical(tree);
    }
    Term left = frame.part(() -> value(tree.getLeftOperand()), () -> value(tree.getRightOperand()));
    Term right = value(tree.getRightOperand());
    return new Arithmetic(frame).binary(tree, tree.getKind(), left, right);
  }

  @Override
  public Term visitUnary(UnaryTree tree, @Nullable TypeMirror target) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          new Assignments(frame).step(tree);
      default -> new Arithmetic(frame).unary(tree, tree.getKind(), value(tree.getExpression()));
    };
  }

  @Override
  public Term visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable TypeMirror target) {
    return new Choices(frame).conditional(tree, target);
  }

  @Override
  public Term visitSwitchExpression(SwitchExpressionTree tree, @Nullable TypeMirror target) {
    return new Switches(frame).value(tree, target);
  }

  @Override
  public Term visitAssignment(AssignmentTree tree, @Nullable TypeMirror target) {
    return new Assignments(frame).assign(tree);
  }

  @Override
  public Term visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable TypeMirror target) {
    return new Assignments(frame).compound(tree);
  }

  @Override
  public Term visitTypeCast(TypeCastTree tree, @Nullable TypeMirror target) {
    TypeMirror type = frame.names().type(tree.getType());
    Term value = read(tree.getExpression(), type);
    return conversions().cast(tree, value, type);
  }

  @Override
  public Term visitNewArray(NewArrayTree tree, @Nullable TypeMirror target) {
    return new Arrays(frame).create(tree, target);
  }

  @Override
  public Term visitArrayAccess(ArrayAccessTree tree, @Nullable TypeMirror target) {
    Arrays arrays = new Arrays(frame);
    return arrays.read(tree, arrays.place(tree));
  }

  @Override
  public Term visitMethodInvocation(MethodInvocationTree tree, @Nullable TypeMirror target) {
    return new StreamCalls(frame)
        .read(tree)
        .or(() -> new ForEachCalls(frame).read(tree))
        .orElseGet(() -> new Calls(frame).invoke(tree, target));
  }

  @Override
  public Term visitNewClass(NewClassTree tree, @Nullable TypeMirror target) {
    return new NewObjects(frame).create(tree, target);
  }

  @Override
  public Term visitInstanceOf(InstanceOfTree tree, @Nullable TypeMirror target) {
    return new TypeTests(frame).read(tree);
  }

  @Override
  public Term visitLambdaExpression(LambdaExpressionTree tree, @Nullable TypeMirror target) {
    return function(tree, target);
  }

  @Override
  public Term visitMemberReference(MemberReferenceTree tree, @Nullable TypeMirror target) {
    return function(tree, target);
  }

  private Term function(Tree tree, @Nullable TypeMirror target) {
    return target == null
        ? new Term.Pending(new OpenFunctions(frame).of(tree), null)
        : new Closures(frame).create(tree, target);
  }
}
