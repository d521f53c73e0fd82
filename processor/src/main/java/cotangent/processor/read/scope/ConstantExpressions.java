package cotangent.processor.read.scope;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Which expressions are constants in Java, as far as their form shows; a constant takes the narrow
 * type that it fits in. Fields are looked at elsewhere.
 *
 * <p><b>Source.</b> The Java Language Specification, sections 4.12.4 and 15.29.
 */
public final class ConstantExpressions {
  private final Environment environment;
  private final Set<Variable> constants = new HashSet<>();

  public ConstantExpressions(Environment environment) {
    this.environment = environment;
  }

  /** Notes a local variable whose value never changes. */
  public void declared(VariableTree tree, Variable variable) {
    if (tree.getModifiers().getFlags().contains(Modifier.FINAL)
        && tree.getInitializer() != null
        && mayBe(tree.getInitializer())) {
      constants.add(variable);
    }
  }

  /** Whether an expression is a constant, provided that the fields in it are. */
  public boolean mayBe(ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      Variable variable = environment.named(identifier.getName().toString());
      return variable == null || constants.contains(variable);
    } else if (tree instanceof MemberSelectTree select) {
      return mayBe(select.getExpression());
    } else if (tree instanceof TypeCastTree cast) {
      return mayBe(cast.getExpression());
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return mayBe(parenthesized.getExpression());
    } else if (tree instanceof UnaryTree unary) {
      return !isStep(unary.getKind()) && mayBe(unary.getExpression());
    } else if (tree instanceof BinaryTree binary) {
      return mayBe(binary.getLeftOperand()) && mayBe(binary.getRightOperand());
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return List.of(choice.getCondition(), choice.getTrueExpression(), choice.getFalseExpression())
          .stream()
          .allMatch(this::mayBe);
    }
    return tree instanceof LiteralTree literal && literal.getValue() != null;
  }

  private static boolean isStep(Tree.Kind kind) {
    return switch (kind) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
