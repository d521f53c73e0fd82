package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The exception that waits while the end of a block is carried out, with what is known of its
 * fields.
 */
final class Interrupted implements CaughtBlocks.Handler {
  private final Frame frame;
  private final Environment environment;
  private final Clauses any;
  private final Variable exception;
  private final Map<VariableElement, Variable> fields = new LinkedHashMap<>();
  private Target thrown;

  /**
   * @param any the clause that catches it
   */
  Interrupted(Frame frame, Clauses any) {
    this.frame = frame;
    this.environment = frame.environment();
    this.any = any;
    this.exception = environment.unnamed("thrown", any.throwable());
    this.thrown = environment.target("thrown");
  }

  @Override
  public void expect(Collection<VariableElement> known) {
    known.forEach(
        field ->
            fields.put(
                field, environment.unnamed(field.getSimpleName().toString(), field.asType())));
    thrown = environment.target("thrown"); // whoever jumps there hands on what was declared before
  }

  @Override
  public void handle(int clause, @Nullable Value value) {
    environment.set(exception, value == null ? null : new Term.Single(any.throwable(), value));
    if (value != null) {
      frame.draft().carried(value).forEach((field, term) -> environment.set(held(field), term));
    }
    frame.flow(Flow.to(thrown));
  }

  private Variable held(VariableElement field) {
    return Objects.requireNonNull(fields.get(field));
  }

  /** Where the block goes on that ended so. */
  Target thrown() {
    return thrown;
  }

  /** Throws it again. */
  void rethrow(Tree at) {
    Value value = frame.single(environment.require(exception));
    Map<VariableElement, Term> known = new LinkedHashMap<>();
    fields.forEach((field, variable) -> known.put(field, environment.require(variable)));
    if (!known.isEmpty()) {
      frame.draft().carries(value, known);
    }
    Rethrow.on(frame, at, value);
    frame.flow(Flow.NEVER);
  }
}
