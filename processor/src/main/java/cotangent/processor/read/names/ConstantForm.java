package cotangent.processor.read.names;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The form that constant expressions have in Java, and variables that are constants.
 *
 * <p><b>Source.</b> The Java Language Specification, sections 4.12.4 and 15.29.
 *
 * @param names whether a name is that of a constant variable: an identifier, or one with what it is
 *     a member of before it
 */
public record ConstantForm(Predicate<ExpressionTree> names) {
  private static final Set<String> STRING = Set.of("String", "java.lang.String");

  /** Whether an expression is a constant. */
  public boolean isConstant(@Nullable ExpressionTree tree) {
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return names.test(tree);
    } else if (tree instanceof TypeCastTree cast) {
      return isTypeOfConstants(cast.getType()) && isConstant(cast.getExpression());
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return isConstant(parenthesized.getExpression());
    } else if (tree instanceof UnaryTree unary) {
      return !isStep(unary.getKind()) && isConstant(unary.getExpression());
    } else if (tree instanceof BinaryTree binary) {
      return isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return Stream.of(
              choice.getCondition(), choice.getTrueExpression(), choice.getFalseExpression())
          .allMatch(this::isConstant);
    }
    return tree instanceof LiteralTree literal && literal.getValue() != null;
  }

  /** Whether a variable or field without an element is a constant. */
  public boolean isConstantVariable(VariableTree tree) {
    return tree.getModifiers().getFlags().contains(Modifier.FINAL)
        && (tree.getType() == null || isTypeOfConstants(tree.getType()))
        && isConstant(tree.getInitializer());
  }

  private static boolean isTypeOfConstants(Tree type) {
    return type instanceof PrimitiveTypeTree || STRING.contains(type.toString());
  }

  private static boolean isStep(Tree.Kind kind) {
    return switch (kind) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
