package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.TypeMirror;

/** Makes the exceptions that a block ends with values, and finds the clause that catches one. */
final class Exceptions {
  private final Frame frame;
  private final Draft draft;
  private final Tree at;
  private final Clauses clauses;
  private final Sites sites;
  private final EndSlots slots;

  Exceptions(Frame frame, Tree at, Clauses clauses, Sites sites, EndSlots slots) {
    this.frame = frame;
    this.draft = frame.draft();
    this.at = at;
    this.clauses = clauses;
    this.sites = sites;
    this.slots = slots;
  }

  private List<Value> left(int clause, Value exception, State state, List<Type> types) {
    List<Value> all = new ArrayList<>(slots.thrown(clause, exception, state));
    types.forEach(type -> all.add(draft.zero(type)));
    return all;
  }

  /** Returns the slots where a statement throws an exception, and zeros besides. */
  List<Value> thrown(Step.Throw step, State state, List<Type> types) {
    Clauses.Fate fate = sites.fate(step);
    if (fate.certainly() && fate.clauses().size() == 1) {
      int clause = fate.clauses().get(0);
      Value uncast = sites.uncast(step.exception());
      boolean fits = clauses.fits(uncast, clause);
      return left(clause, fits ? uncast : step.exception(), state, types);
    }
    return dispatched(step, fate.clauses(), fate.certainly(), state, types);
  }

  /** Returns the slots where there was an exception whose class is known only at run time. */
  List<Value> caught(Value exception, State state, List<Type> types) {
    Step.Throw step = new Step.Throw(exception, frame.names().position(at));
    Clauses.Fate fate = clauses.fate(clauses.throwable());
    return dispatched(step, fate.clauses(), fate.certainly(), state, types);
  }

  private List<Value> dispatched(
      Step.Throw step, List<Integer> candidates, boolean certainly, State state, List<Type> types) {
    if (candidates.isEmpty()) {
      Rethrow.on(frame, at, step.exception());
      return List.of();
    }
    int clause = candidates.get(0);
    List<Integer> others = candidates.subList(1, candidates.size());
    if (others.isEmpty() && certainly) {
      return left(clause, seen(step.exception(), clause), state, types);
    }
    Value is = null;
    for (TypeMirror type : clauses.types(clause)) {
      Value one = is(step.exception(), type);
      is = is == null ? one : draft.apply(Operations.OR, is, one);
    }
    return slots.choose(
        Objects.requireNonNull(is),
        () -> left(clause, seen(step.exception(), clause), state, types),
        () -> dispatched(step, others, certainly, state, types),
        null);
  }

  private Value is(Value exception, TypeMirror type) {
    return new TypeTests(frame).outside(at, new Term.Single(clauses.throwable(), exception), type);
  }

  /** Returns an exception as a clause that uses it sees it. */
  private Value seen(Value exception, int clause) {
    Type type = frame.shapes().reference(clauses.common(clause), frame.names().position(at));
    if (!clauses.asked().contains(clause) || exception.type().equals(type)) {
      return exception;
    }
    Callee cast =
        new Callee.Member(Callee.Member.Kind.CAST, ((Type.Reference) type).name(), "", true);
    Value seen = new Value(type, "");
    draft.at(Position.NONE).call(cast, List.of(seen), List.of(exception));
    draft.seenAs(seen, exception);
    return seen;
  }

  /** Returns the slots where a test found what ends in an exception, and zeros besides. */
  List<Value> found(Checks.Check check, int clause, State state, List<Type> types) {
    if (!clauses.asked().contains(clause)) {
      return left(clause, draft.constant(Type.STRING, null), state, types);
    }
    GraphBuilder here = frame.at(at);
    List<Value> message = check.message().get();
    List<Value> given = message.isEmpty() ? List.of() : List.of(text(here, message));
    Callee made = new Callee.Member(Callee.Member.Kind.NEW, check.exception(), "", true);
    Value exception = new Value(new Type.Reference(check.exception()), "");
    here.call(made, List.of(exception), given);
    return left(clause, exception, state, types);
  }

  private static Value text(GraphBuilder here, List<Value> parts) {
    Callee text =
        new Callee.Member(Callee.Member.Kind.CONCATENATION, "java.lang.String", "concat", true);
    return parts.size() == 1
        ? parts.get(0)
        : here.call(text, List.of(new Value(Type.STRING, "")), parts).get(0);
  }

  /** Returns the message for a step that may or may not end in an exception. */
  Refusal refusal(Step step) {
    return new Refusal(
        Problem.SYNTAX,
        step.position(),
        "arithmetic that ends in an exception where it overflows, inside of a try statement that"
            + " catches it,",
        "do it before the try statement");
  }
}
