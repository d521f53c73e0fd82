package cotangent.processor.read.scan;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of the variables that a piece of code assigns: what a loop must carry. */
public final class Assigned extends TreeScanner<Void, Void> {
  private final Set<String> names = new HashSet<>();

  private Assigned() {}

  public static Set<String> in(List<? extends @Nullable Tree> trees) {
    Assigned assigned = new Assigned();
    assigned.scan(trees, null);
    return assigned.names;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    note(tree.getVariable());
    return super.visitAssignment(tree, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    note(tree.getVariable());
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          note(tree.getExpression());
      default -> {}
    }
    return super.visitUnary(tree, null);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  private void note(ExpressionTree target) {
    ExpressionTree inner = target;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    if (inner instanceof IdentifierTree identifier) {
      names.add(identifier.getName().toString());
    }
  }
}
