package cotangent.processor.read.names;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the simple names that a piece of code mentions and doesn't declare itself: what it may have
 * from around it. Variables of patterns count as not declared, as their scope isn't a block.
 */
public final class FreeNames extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> free = new LinkedHashSet<>();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  private FreeNames() {
    scopes.push(new HashSet<>());
  }

  public static Set<String> in(Tree tree) {
    FreeNames names = new FreeNames();
    names.scan(tree, null);
    return names.free;
  }

  private @Nullable Void inScope(Runnable action) {
    scopes.push(new HashSet<>());
    action.run();
    scopes.pop();
    return null;
  }

  private void declare(VariableTree variable) {
    scopes.element().add(variable.getName().toString());
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    String name = tree.getName().toString();
    if (scopes.stream().noneMatch(scope -> scope.contains(name))) {
      free.add(name);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    scan(tree.getTypeArguments(), null);
    if (!(tree.getMethodSelect() instanceof IdentifierTree)) {
      scan(tree.getMethodSelect(), null);
    }
    return scan(tree.getArguments(), null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    super.visitVariable(tree, null);
    declare(tree);
    return null;
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void nothing) {
    return scan(tree.getVariable().getType(), null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    return inScope(
        () -> {
          for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
              declare(field);
            }
          }
          super.visitClass(tree, null);
        });
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitMethod(tree, null));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitLambdaExpression(tree, null));
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitBlock(tree, null));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitForLoop(tree, null));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
    return inScope(
        () -> {
          scan(tree.getExpression(), null);
          scan(tree.getVariable(), null);
          scan(tree.getStatement(), null);
        });
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitTry(tree, null));
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitCatch(tree, null));
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitSwitch(tree, null));
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
    return inScope(() -> super.visitSwitchExpression(tree, null));
  }
}
