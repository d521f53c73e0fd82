package cotangent.processor.read.scope;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.names.ConstantForm;
import cotangent.processor.read.names.ConstantNames;
import cotangent.processor.read.names.Names;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which expressions of a method are constants in Java: those take the narrow type they fit in. */
public final class ConstantExpressions {
  private final Environment environment;
  private final Names names;
  private final ConstantForm form = new ConstantForm(this::isConstant);
  private final Set<Variable> constants = new HashSet<>();

  public ConstantExpressions(Environment environment, Names names) {
    this.environment = environment;
    this.names = names;
  }

  /** Notes a local variable whose value never changes. */
  public void declared(VariableTree tree, Variable variable) {
    if (form.isConstantVariable(tree)) {
      constants.add(variable);
    }
  }

  /** Whether an expression is a constant. */
  public boolean contain(ExpressionTree tree) {
    return form.isConstant(tree);
  }

  private boolean isConstant(ExpressionTree name) {
    String first = leftmost(name);
    return first != null && environment.isLocal(first)
        ? constants.contains(environment.named(name.toString()))
        : new ConstantNames(names).isConstant(name);
  }

  private static @Nullable String leftmost(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        ? leftmost(select.getExpression())
        : tree instanceof IdentifierTree name ? name.getName().toString() : null;
  }
}
