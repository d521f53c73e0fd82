package cotangent.processor.read.loop;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.names.Mentioned;
import cotangent.processor.read.scan.Assigned;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * The form of a {@code for} that counts an {@code int} up or down to a bound.
 *
 * @param inclusive whether the index reaches the bound
 * @param outlives whether the index is declared before the loop
 */
record Count(
    Variable index, ExpressionTree bound, boolean inclusive, int stride, boolean outlives) {

  /** Returns the form of a loop whose initialisers are done; null where it doesn't count. */
  static @Nullable Count of(
      ForLoopTree tree,
      Environment environment,
      Function<ExpressionTree, @Nullable Object> constants) {
    if (!(plain(tree.getCondition()) instanceof BinaryTree test)) {
      return null;
    }
    for (ExpressionStatementTree update : tree.getUpdate()) {
      String name = assigned(update.getExpression());
      if (name == null) {
        continue;
      }
      Variable index = environment.named(name);
      if (index == null || index.type().getKind() != TypeKind.INT) {
        continue;
      }
      int stride = stride(update.getExpression(), name, constants);
      Count count = stride == 0 ? null : of(test, index, stride, isOutside(tree, name));
      if (count != null && count.fits(tree)) {
        return count;
      }
    }
    return null;
  }

  private static @Nullable Count of(BinaryTree test, Variable index, int stride, boolean outlives) {
    boolean left = isNamed(test.getLeftOperand(), index.name());
    if (!left && !isNamed(test.getRightOperand(), index.name())) {
      return null;
    }
    Tree.Kind kind = left ? test.getKind() : mirrored(test.getKind());
    boolean up = kind == Tree.Kind.LESS_THAN || kind == Tree.Kind.LESS_THAN_EQUAL;
    boolean down = kind == Tree.Kind.GREATER_THAN || kind == Tree.Kind.GREATER_THAN_EQUAL;
    if (!(up && stride > 0 || down && stride < 0) || outlives && Math.abs(stride) != 1) {
      return null;
    }
    return new Count(
        index,
        left ? test.getRightOperand() : test.getLeftOperand(),
        kind == Tree.Kind.LESS_THAN_EQUAL || kind == Tree.Kind.GREATER_THAN_EQUAL,
        stride,
        outlives);
  }

  /** Whether nothing in the loop assigns the index or what the bound is made of. */
  private boolean fits(ForLoopTree tree) {
    Set<String> inBody = Assigned.in(List.of(tree.getStatement(), tree.getCondition()));
    Set<String> inLoop = Assigned.in(List.of(tree));
    if (inBody.contains(index.name())
        || tree.getUpdate().stream()
                .filter(u -> Assigned.in(List.of(u)).contains(index.name()))
                .count()
            != 1) {
      return false;
    }
    Set<String> needed = Mentioned.in(List.of(bound));
    Set<String> changed =
        Assigned.in(
            Stream.concat(tree.getUpdate().stream(), Stream.of(tree.getStatement())).toList());
    return needed.stream().noneMatch(changed::contains) && !inLoop.isEmpty();
  }

  private static Tree.Kind mirrored(Tree.Kind kind) {
    return switch (kind) {
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      default -> kind;
    };
  }

  private static boolean isOutside(ForLoopTree tree, String name) {
    return tree.getInitializer().stream()
        .noneMatch(init -> init instanceof VariableTree v && v.getName().contentEquals(name));
  }

  private static int stride(
      ExpressionTree update, String name, Function<ExpressionTree, @Nullable Object> constants) {
    return switch (update.getKind()) {
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1;
      case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1;
      case PLUS_ASSIGNMENT ->
          whole(constants.apply(((CompoundAssignmentTree) update).getExpression()));
      case MINUS_ASSIGNMENT ->
          -whole(constants.apply(((CompoundAssignmentTree) update).getExpression()));
      case ASSIGNMENT -> sum(((AssignmentTree) update).getExpression(), name, constants);
      default -> 0;
    };
  }

  /** Returns the stride of {@code i = i + 2}, {@code i = 2 + i} or {@code i = i - 2}. */
  private static int sum(
      ExpressionTree value, String name, Function<ExpressionTree, @Nullable Object> constants) {
    if (!(plain(value) instanceof BinaryTree sum)) {
      return 0;
    }
    boolean plus = sum.getKind() == Tree.Kind.PLUS;
    if (isNamed(sum.getLeftOperand(), name) && (plus || sum.getKind() == Tree.Kind.MINUS)) {
      int stride = whole(constants.apply(sum.getRightOperand()));
      return plus ? stride : -stride;
    }
    return plus && isNamed(sum.getRightOperand(), name)
        ? whole(constants.apply(sum.getLeftOperand()))
        : 0;
  }

  private static int whole(@Nullable Object constant) {
    return constant instanceof Integer number ? number : 0;
  }

  private static @Nullable String assigned(ExpressionTree update) {
    Set<String> names = Assigned.in(List.of(update));
    return names.size() == 1 ? names.iterator().next() : null;
  }

  private static boolean isNamed(ExpressionTree tree, String name) {
    return plain(tree) instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(name);
  }

  private static @Nullable ExpressionTree plain(@Nullable ExpressionTree tree) {
    return tree instanceof ParenthesizedTree parenthesized
        ? plain(parenthesized.getExpression())
        : tree;
  }
}
