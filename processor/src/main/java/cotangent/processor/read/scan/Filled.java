package cotangent.processor.read.scan;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.names.Mentioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds new arrays whose elements are all assigned by the loop that comes next, before one of them
 * is read: there is no null among them.
 */
public final class Filled {
  private final String array;
  private final String length;
  private final String index;

  private Filled(String array, String length, String index) {
    this.array = array;
    this.length = length;
    this.index = index;
  }

  /** Returns the new array that a statement makes and the following ones fill. */
  public static Optional<NewArrayTree> array(
      StatementTree statement, List<? extends StatementTree> following) {
    return statement instanceof VariableTree variable
            && variable.getInitializer() instanceof NewArrayTree made
            && made.getInitializers() == null
            && isFilled(variable.getName().toString(), made.getDimensions(), following)
        ? Optional.of(made)
        : Optional.empty();
  }

  private static boolean isFilled(
      String name,
      List<? extends ExpressionTree> lengths,
      List<? extends StatementTree> following) {
    for (StatementTree next : following) {
      Set<String> mentioned = Mentioned.in(List.of(next));
      if (mentioned.contains(name)) {
        return isFilledByCall(name, lengths, next) || isFilled(name, "", lengths, next);
      } else if (!Jumps.outOf(next).isEmpty()) {
        return false;
      }
    }
    return false;
  }

  /** Whether {@code Arrays.fill} or {@code Arrays.setAll} assigns every element. */
  private static boolean isFilledByCall(
      String name, List<? extends ExpressionTree> lengths, StatementTree statement) {
    return lengths.size() == 1
        && statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect().toString().matches("Arrays\\.(fill|setAll)")
        && call.getArguments().size() == 2
        && call.getArguments().get(0).toString().equals(name)
        && !Mentioned.in(call.getArguments().subList(1, 2)).contains(name);
  }

  /**
   * Whether a loop assigns every element.
   *
   * @param path the indices so far
   */
  private static boolean isFilled(
      String name, String path, List<? extends ExpressionTree> lengths, Tree loop) {
    if (!(loop instanceof ForLoopTree tree)
        || tree.getInitializer().size() != 1
        || !(tree.getInitializer().get(0) instanceof VariableTree index)
        || tree.getUpdate().size() != 1) {
      return false;
    }
    String array = name + path;
    Filled filled = new Filled(array, lengths.get(0).toString(), index.getName().toString());
    String inner = path + "[" + index.getName() + "]";
    return filled.countsAll(tree, index)
        && Jumps.outOf(tree).isEmpty()
        && filled.isAssigned(name, inner, lengths, tree.getStatement());
  }

  private boolean countsAll(ForLoopTree tree, VariableTree start) {
    return start.getInitializer() instanceof LiteralTree zero
        && Integer.valueOf(0).equals(zero.getValue())
        && tree.getCondition() instanceof BinaryTree test
        && test.getKind() == Tree.Kind.LESS_THAN
        && test.getLeftOperand().toString().equals(index)
        && isLength(test.getRightOperand().toString())
        && tree.getUpdate().get(0).getExpression() instanceof UnaryTree step
        && (step.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || step.getKind() == Tree.Kind.PREFIX_INCREMENT)
        && step.getExpression().toString().equals(index)
        && !Assigned.in(List.of(tree.getStatement())).contains(index);
  }

  private boolean isLength(String text) {
    return text.equals(length) || text.equals(array + ".length");
  }

  private boolean isAssigned(
      String name, String path, List<? extends ExpressionTree> lengths, StatementTree body) {
    List<? extends StatementTree> statements =
        body instanceof BlockTree block ? block.getStatements() : List.of(body);
    for (StatementTree each : statements) {
      if (lengths.size() > 1 && isFilled(name, path, lengths.subList(1, lengths.size()), each)) {
        return true;
      } else if (isAssignment(each, name, path)) {
        return lengths.size() == 1;
      } else if (Mentioned.in(List.of(each)).contains(name) && !isHarmless(each, name)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isAssignment(StatementTree statement, String name, String path) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree assignment
        && assignment.getVariable() instanceof ArrayAccessTree access
        && access.toString().equals(name + path)
        && (!Mentioned.in(List.of(assignment.getExpression())).contains(name)
            || isHarmless(assignment.getExpression(), name));
  }

  /** Whether only the length of an array is asked for. */
  private static boolean isHarmless(Tree tree, String name) {
    int[] others = new int[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
        return select.getIdentifier().contentEquals("length")
                && select.getExpression() instanceof IdentifierTree
            ? null
            : super.visitMemberSelect(select, null);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
        others[0] += identifier.getName().contentEquals(name) ? 1 : 0;
        return null;
      }
    }.scan(tree, null);
    return others[0] == 0;
  }
}
