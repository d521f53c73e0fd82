package cotangent.processor.read.scan;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the variables of patterns are seen: behind a statement only where it ends in the normal way
 * just when the pattern fits. Elsewhere their names mean something else again.
 *
 * <p><b>Source.</b> The Java Language Specification, section 6.3.
 */
public final class Bindings {
  private Bindings() {}

  /** Returns the names of variables of patterns in a statement that aren't seen behind it. */
  public static Set<String> endingWith(StatementTree statement) {
    Set<String> ending = new HashSet<>();
    if (statement instanceof IfTree test) {
      ending.addAll(all(test.getCondition()));
      StatementTree otherwise = test.getElseStatement();
      if (!Completion.isPossible(test.getThenStatement())) {
        ending.removeAll(where(test.getCondition(), false));
      } else if (otherwise != null && !Completion.isPossible(otherwise)) {
        ending.removeAll(where(test.getCondition(), true));
      }
    } else if (statement instanceof WhileLoopTree loop) {
      ending.addAll(unseen(loop.getCondition(), false));
    } else if (statement instanceof DoWhileLoopTree loop) {
      ending.addAll(unseen(loop.getCondition(), false));
    } else if (statement instanceof VariableTree || statement instanceof ExpressionStatementTree) {
      ending.addAll(all(statement));
    }
    return ending;
  }

  /** Returns the names of variables of patterns that aren't seen where a condition is so. */
  public static Set<String> unseen(ExpressionTree condition, boolean isTrue) {
    Set<String> unseen = all(condition);
    unseen.removeAll(where(condition, isTrue));
    return unseen;
  }

  /** Returns the names of variables of patterns that are seen behind a loop with a condition. */
  public static Set<String> behindLoop(ExpressionTree condition) {
    return where(condition, false);
  }

  /** Returns the names of all variables of patterns in a tree. */
  public static Set<String> all(Tree tree) {
    Set<String> names = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(
          BindingPatternTree pattern, @Nullable Void nothing) {
        names.add(pattern.getVariable().getName().toString());
        return null;
      }
    }.scan(tree, null);
    return names;
  }

  /** Returns the variables that have a value where a condition is true, or false. */
  private static Set<String> where(ExpressionTree condition, boolean isTrue) {
    return switch (condition.getKind()) {
      case PARENTHESIZED -> where(((ParenthesizedTree) condition).getExpression(), isTrue);
      case LOGICAL_COMPLEMENT -> where(((UnaryTree) condition).getExpression(), !isTrue);
      case CONDITIONAL_AND, CONDITIONAL_OR -> {
        Set<String> names = new HashSet<>();
        if (isTrue == (condition.getKind() == Tree.Kind.CONDITIONAL_AND)) {
          names.addAll(where(((BinaryTree) condition).getLeftOperand(), isTrue));
          names.addAll(where(((BinaryTree) condition).getRightOperand(), isTrue));
        }
        yield names;
      }
      case INSTANCE_OF -> {
        Tree pattern = ((InstanceOfTree) condition).getPattern();
        yield isTrue && pattern != null ? all(pattern) : Set.of();
      }
      default -> Set.of();
    };
  }
}
