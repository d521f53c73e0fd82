package cotangent.processor.read.names;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the elements of a private array stay what they are: the class that has it only
 * ever asks for an element, the length, or all elements in turn.
 */
final class ReadOnlyArray extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final String name;
  private boolean mayChange;

  private ReadOnlyArray(String name) {
    this.name = name;
  }

  static boolean is(VariableTree field, Tree outermost) {
    ReadOnlyArray array = new ReadOnlyArray(field.getName().toString());
    array.scan(outermost, null);
    return !array.mayChange;
  }

  private boolean isNamed(ExpressionTree tree) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name)
        || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals(name);
  }

  @Override
  public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
    return isNamed(tree.getExpression())
        ? scan(tree.getIndex(), null)
        : super.visitArrayAccess(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
    mayChange |=
        tree.getVariable() instanceof ArrayAccessTree access && isNamed(access.getExpression());
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
    return isNamed(tree.getExpression())
        ? scan(tree.getStatement(), null)
        : super.visitEnhancedForLoop(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    if (tree.getIdentifier().contentEquals("length") && isNamed(tree.getExpression())) {
      return null;
    }
    mayChange |= isNamed(tree);
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    mayChange |= isNamed(tree);
    return null;
  }
}
