package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Looks through a body, but not through those of the functions and classes that stand in it. */
public abstract class OwnCode extends TreeScanner<@Nullable Void, @Nullable Void> {

  @Override
  public final @Nullable Void visitLambdaExpression(
      LambdaExpressionTree tree, @Nullable Void nothing) {
    return null;
  }

  @Override
  public final @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    return null;
  }
}
