package cotangent.processor.read.statement;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The selector of a {@code switch} whose cases are patterns. */
final class PatternLabels {
  private static final String NULL = "java.lang.NullPointerException";

  private final Frame frame;
  private final Draft draft;
  private final ExpressionTree tree;
  private final Term value;

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
    if (Boolean.FALSE.equals(draft.known(isNull))) {
      return;
    }
    GraphBuilder then = new GraphBuilder().at(frame.names().position(tree));
    Value thrown = new Value(new Type.Reference(NULL), "");
    then.call(
        new Callee.Member(Callee.Member.Kind.NEW, NULL, "", true), List.of(thrown), List.of());
    then.throwing(thrown);
    frame.at(tree).branch(isNull, then.yield(), new GraphBuilder().yield(), List.of());
  }

  private Value isNull() {
    if (value instanceof Term.Single single && !single.value().type().isScalar()) {
      Value none = draft.constant(single.value().type(), null);
      return frame.at(tree).apply(Operations.EQ, single.value(), none);
    } else if (value instanceof Term.Choice choice) {
      for (int i = 0; i < choice.alternatives().size(); i++) {
        if (choice.alternatives().get(i) instanceof Term.Nothing) {
          return draft.apply(Operations.EQ, choice.tag(), draft.constant(i));
        }
      }
    }
    return draft.constant(false);
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
