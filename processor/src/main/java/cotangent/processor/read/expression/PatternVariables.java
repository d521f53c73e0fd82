package cotangent.processor.read.expression;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Variable;
import java.util.function.BiConsumer;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The variables of patterns, which are seen where a condition holds, not only where it is read. */
final class PatternVariables {
  private PatternVariables() {}

  /**
   * Declares the variables of patterns in a condition, parts of which may not be evaluated: they
   * are seen where all of it holds.
   */
  static void declare(Frame frame, Tree condition) {
    each(
        frame,
        condition,
        (tree, variable) -> {
          if (!frame.shapes().isTakenApart(variable.type())) {
            frame.environment().set(variable, frame.zero(tree, variable.type()));
          }
        });
  }

  /** Gives those a value that have none, as their part was certainly not evaluated. */
  static void complete(Frame frame, Tree condition) {
    each(
        frame,
        condition,
        (tree, variable) -> {
          if (frame.environment().get(variable) == null) {
            frame.environment().set(variable, frame.zero(tree, variable.type()));
          }
        });
  }

  private static void each(Frame frame, Tree condition, BiConsumer<Tree, Variable> action) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void nothing) {
        VariableTree variable = tree.getVariable();
        if (!frame.names().isInferred(variable) && variable.getName().length() > 0) {
          TypeMirror type = frame.names().type(variable.getType());
          action.accept(tree, of(frame, variable, type));
        }
        return null;
      }
    }.scan(condition, null);
  }

  /** Returns the variable of a pattern. */
  static Variable of(Frame frame, VariableTree tree, TypeMirror type) {
    String name = tree.getName().toString();
    Variable known = frame.environment().named(name);
    return known != null && frame.names().program().types().isSameType(known.type(), type)
        ? known
        : frame.environment().declareBinding(name, type);
  }
}
