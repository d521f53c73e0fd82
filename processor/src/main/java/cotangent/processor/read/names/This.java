package cotangent.processor.read.names;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;

/** Tells where source says {@code this}, and where a constructor calls another one. */
public final class This {
  private This() {}

  /** Whether an expression is the object that the code belongs to. */
  public static boolean is(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree parenthesized
        ? is(parenthesized.getExpression())
        : isNamed(tree, "this");
  }

  /** Whether an expression is a field of that object, said so: {@code this.x}. */
  public static boolean isField(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select && is(select.getExpression());
  }

  /** Whether a call is {@code this(...)}. */
  public static boolean isCalled(MethodInvocationTree call) {
    return isNamed(call.getMethodSelect(), "this");
  }

  /** Whether a call is {@code super(...)}, of a class that isn't in an object. */
  public static boolean isAboveCalled(MethodInvocationTree call) {
    return isNamed(call.getMethodSelect(), "super");
  }

  private static boolean isNamed(ExpressionTree tree, String name) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
  }
}
