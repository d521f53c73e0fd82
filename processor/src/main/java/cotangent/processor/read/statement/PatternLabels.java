package cotangent.processor.read.statement;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The selector of a {@code switch} whose cases are patterns. */
final class PatternLabels {
  private final Frame frame;
  private final Draft draft;
  private final ExpressionTree tree;
  private Term value;

  /** Reads the selector. */
  PatternLabels(Frame frame, ExpressionTree tree) {
    this.frame = frame;
    this.draft = frame.draft();
    this.tree = tree;
    this.value = frame.expressions().value(tree);
  }

  /** Throws what Java throws where the selector is null and no case takes it. */
  void rejectNull() {
    Value isNull = isNull();
    frame.branches().branch(tree, isNull, () -> new Objects(frame).fail(tree), Frame.NOTHING);
    value = new Objects(frame).notNull(value);
  }

  private Value isNull() {
    return new Objects(frame).areSame(tree, value, new Term.Nothing(value.type()));
  }

  /** Whether, at run time, one of the patterns fits, and the guard holds. */
  Value matches(List<Tree> patterns, boolean takesNull, @Nullable ExpressionTree guard) {
    Value fits = takesNull ? isNull() : draft.constant(false);
    for (Tree pattern : patterns) {
      Value one = new TypeTests(frame).match(pattern, value, false);
      fits = Boolean.FALSE.equals(draft.known(fits)) ? one : draft.apply(Operations.OR, fits, one);
    }
    if (guard == null) {
      return fits;
    }
    Variable holds = frame.environment().unnamed("holds", frame.booleanType());
    Runnable asked = () -> set(holds, frame.expressions().condition(guard));
    Runnable not = () -> set(holds, draft.constant(false));
    return frame.single(frame.branches().choose(guard, fits, holds, asked, not));
  }

  private void set(Variable variable, Value truth) {
    frame.environment().set(variable, new Term.Single(variable.type(), truth));
  }

  /** Gives the variables of a pattern that certainly fits their values. */
  void bind(Tree pattern) {
    new TypeTests(frame).match(pattern, value, true);
  }
}
