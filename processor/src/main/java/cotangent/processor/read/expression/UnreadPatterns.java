package cotangent.processor.read.expression;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Patterns;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Declares the variables of patterns in a part of a condition that is certainly not evaluated: code
 * that is never reached is read for its type, and may name them.
 */
final class UnreadPatterns {
  private final Frame frame;

  UnreadPatterns(Frame frame) {
    this.frame = frame;
  }

  /** Gives each variable any value. */
  void declare(Tree part) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void nothing) {
        if (tree.getPattern() != null) {
          declare(tree.getPattern(), frame.booleanType());
        }
        return super.visitInstanceOf(tree, null);
      }
    }.scan(part, null);
  }

  /**
   * Declares the variables of a pattern.
   *
   * @param given what {@code var} stands for, in a record that is taken apart
   */
  private void declare(Tree pattern, TypeMirror given) {
    if (pattern instanceof BindingPatternTree binding) {
      VariableTree tree = binding.getVariable();
      TypeMirror type = frame.names().isInferred(tree) ? given : frame.names().type(tree.getType());
      frame
          .environment()
          .set(
              frame.environment().declareBinding(tree.getName().toString(), type),
              frame.zero(tree, type));
    } else if (Patterns.isRecord(pattern)) {
      DeclaredType type = (DeclaredType) frame.names().type(Patterns.record(pattern));
      List<? extends RecordComponentElement> components =
          ((TypeElement) type.asElement()).getRecordComponents();
      List<Tree> parts = Patterns.components(pattern);
      for (int i = 0; i < parts.size(); i++) {
        declare(parts.get(i), frame.names().program().types().asMemberOf(type, components.get(i)));
      }
    }
  }
}
