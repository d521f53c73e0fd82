package cotangent.processor.read.frame;

import com.sun.source.tree.ExpressionTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions of any kind, in Java's order of evaluation. A room that reads one kind meets
 * the others inside it, and reads them through this.
 */
public interface Expressions {

  /** Reads an expression with the type that it has by itself. */
  Term value(ExpressionTree tree);

  /** Reads an expression and converts it to what it is assigned to. */
  Term value(ExpressionTree tree, TypeMirror target);

  /**
   * Reads an expression, which is not converted.
   *
   * @param target the type that is asked for, which a few expressions depend on; null for none
   */
  Term read(ExpressionTree tree, @Nullable TypeMirror target);

  /** Reads a condition. */
  Value condition(ExpressionTree tree);

  /** Reads a number. */
  Value number(ExpressionTree tree);

  /** Reads an index or a length. */
  Value index(ExpressionTree tree);

  /** Reads an expression for what it does. */
  void effect(ExpressionTree tree);
}
