package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what comes of the elements of a stream, other than sums. */
final class Ends {
  private final Frame frame;
  private final Draft draft;
  private final Environment environment;
  private final MethodInvocationTree at;
  private final StreamPipeline pipeline;

  /** What an {@code Optional} holds, and whether it does. */
  record Found(Value isPresent, Term value) {}

  Ends(Frame frame, MethodInvocationTree at, StreamPipeline pipeline) {
    this.frame = frame;
    this.draft = frame.draft();
    this.environment = frame.environment();
    this.at = at;
    this.pipeline = pipeline;
  }

  private Variable variable(String name, TypeMirror type, Value value) {
    Variable variable = environment.unnamed(name, type);
    set(variable, value);
    return variable;
  }

  private Variable variable(String name, TypeKind kind) {
    TypeMirror type = pipeline.number(kind);
    return variable(name, type, draft.zero(kind == TypeKind.DOUBLE ? Type.DOUBLE : scalar(kind)));
  }

  private static Type scalar(TypeKind kind) {
    return kind == TypeKind.LONG ? Type.LONG : kind == TypeKind.BOOLEAN ? Type.BOOLEAN : Type.INT;
  }

  private void set(Variable variable, Value value) {
    environment.set(variable, new Term.Single(variable.type(), value));
  }

  private Value get(Variable variable) {
    return frame.single(environment.require(variable));
  }

  private Term taken(Variable variable) {
    Term term = environment.require(variable);
    environment.forget(variable);
    return term;
  }

  private void add(Variable sum, Value addend) {
    set(sum, draft.apply(Operations.ADD, get(sum), addend));
  }

  private Value number(Term element) {
    return new Conversions(frame).scalar(at, element);
  }

  Term sum() {
    if (pipeline.kind() == TypeKind.DOUBLE) {
      return new Term.Single(pipeline.number(TypeKind.DOUBLE), compensated(null));
    }
    Variable sum = variable("sum", pipeline.kind());
    pipeline.each(Set.of(sum), element -> add(sum, number(element)));
    return taken(sum);
  }

  Found average() {
    Variable count = variable("count", TypeKind.LONG);
    Value mean;
    if (pipeline.kind() == TypeKind.DOUBLE) {
      Value sum = compensated(count);
      mean = draft.apply(Operations.DIV, sum, draft.cast(get(count), Type.DOUBLE));
    } else {
      Variable sum = variable("sum", TypeKind.LONG);
      pipeline.each(
          Set.of(sum, count),
          element -> {
            add(sum, draft.cast(number(element), Type.LONG));
            add(count, draft.constant(Type.LONG, 1L));
          });
      Value whole = draft.cast(frame.single(taken(sum)), Type.DOUBLE);
      mean = draft.apply(Operations.DIV, whole, draft.cast(get(count), Type.DOUBLE));
    }
    Value isPresent =
        draft.apply(Operations.GT, frame.single(taken(count)), draft.constant(Type.LONG, 0L));
    return new Found(isPresent, new Term.Single(pipeline.number(TypeKind.DOUBLE), mean));
  }

  /**
   * Sums real numbers as the library does it: what is lost by rounding is added to the next one.
   * Its derivative is that of a plain sum, from which it differs by rounding only.
   *
   * @param count counts the numbers; null where nobody asks
   */
  private Value compensated(@Nullable Variable count) {
    Variable sum = variable("sum", TypeKind.DOUBLE);
    Variable lost = variable("lost", TypeKind.DOUBLE);
    Variable simple = variable("simpleSum", TypeKind.DOUBLE);
    pipeline.each(
        count == null ? Set.of(sum, lost, simple) : Set.of(sum, lost, simple, count),
        element -> {
          Value number = number(element);
          if (count != null) {
            add(count, draft.constant(Type.LONG, 1L));
          }
          Value corrected = draft.apply(Operations.SUB, number, get(lost));
          Value before = get(sum);
          set(sum, draft.apply(Operations.ADD, before, corrected));
          Value added = draft.apply(Operations.SUB, get(sum), before);
          set(lost, draft.apply(Operations.SUB, added, corrected));
          add(simple, number);
        });
    Value plain = frame.single(taken(simple));
    Value total = draft.apply(Operations.SUB, frame.single(taken(sum)), frame.single(taken(lost)));
    Value isNothing = draft.apply(test("isNaN"), total);
    Value isLost = draft.apply(Operations.AND, isNothing, draft.apply(test("isInfinite"), plain));
    Value value = draft.apply(Operations.SELECT, isLost, plain, total);
    return draft.apply(Operations.SEEN_AS, value, plain);
  }

  private static Op test(String name) {
    return Operations.method("java.lang.Double", name, List.of(Type.DOUBLE)).orElseThrow();
  }

  Term count() {
    Variable count = variable("count", TypeKind.LONG);
    pipeline.each(Set.of(count), element -> add(count, draft.constant(Type.LONG, 1L)));
    return taken(count);
  }

  Found extreme(String name) {
    if (pipeline.kind() == TypeKind.DECLARED) {
      throw frame.refusal(
          at, Problem.STREAM, name + " by a comparator", "write a loop, or map to numbers first");
    }
    Op op = name.equals("max") ? Operations.MAX : Operations.MIN;
    return merged(
        name,
        (one, other) ->
            new Term.Single(
                pipeline.number(pipeline.kind()), draft.apply(op, number(one), number(other))));
  }

  private interface Merging {
    Term merge(Term one, Term other);
  }

  /** Merges all elements; there may be none. */
  private Found merged(String name, Merging merging) {
    Variable isPresent =
        variable("found", pipeline.number(TypeKind.BOOLEAN), draft.constant(false));
    Variable merged = environment.unnamed(name, pipeline.number(pipeline.kind()));
    environment.set(merged, frame.zero(at, merged.type()));
    pipeline.each(
        Set.of(isPresent, merged),
        element ->
            frame
                .branches()
                .branch(
                    at,
                    get(isPresent),
                    () ->
                        environment.set(
                            merged, merging.merge(environment.require(merged), element)),
                    () -> {
                      environment.set(merged, element);
                      set(isPresent, draft.constant(true));
                    }));
    return new Found(frame.single(taken(isPresent)), taken(merged));
  }

  private Term operator(StreamFunctions.Given function, Term one, Term other) {
    boolean isNumber = StreamPipeline.isNumber(one);
    List<TypeMirror> typed = isNumber ? List.of() : List.of(one.type());
    return pipeline
        .functions()
        .call(function, StreamPipeline.prefix(one) + "BinaryOperator", typed, one, other);
  }

  Term reduced(ExpressionTree identity, ExpressionTree function) {
    StreamFunctions.Given operator;
    boolean isNumber = pipeline.kind() != TypeKind.DECLARED;
    Term start =
        isNumber
            ? frame.expressions().value(identity, pipeline.number(pipeline.kind()))
            : pipeline.boxed(frame.expressions().value(identity));
    operator = pipeline.functions().given(function);
    Variable merged = environment.unnamed("merged", start.type());
    environment.set(merged, start);
    pipeline.each(
        Set.of(merged),
        element ->
            environment.set(merged, operator(operator, environment.require(merged), element)));
    return taken(merged);
  }

  Found reduced(ExpressionTree function) {
    if (pipeline.kind() == TypeKind.DECLARED) {
      throw frame.refusal(
          at, Problem.STREAM, "reduce without a first value", "give it a first value");
    }
    StreamFunctions.Given operator = pipeline.functions().given(function);
    return merged("merged", (one, other) -> operator(operator, one, other));
  }

  Found first() {
    if (pipeline.kind() == TypeKind.DECLARED) {
      throw frame.refusal(at, Problem.STREAM, "findFirst of objects", "write a loop");
    }
    return merged("first", (one, other) -> one);
  }

  void each(ExpressionTree function) {
    StreamFunctions.Given consumer = pipeline.functions().given(function);
    pipeline.each(
        Set.of(),
        element ->
            pipeline
                .functions()
                .call(
                    consumer,
                    StreamPipeline.prefix(element) + "Consumer",
                    StreamPipeline.isNumber(element) ? List.of() : List.of(element.type()),
                    element));
  }

  /** Asks of each element until the answer is known. */
  Term matches(ExpressionTree function, boolean sought, boolean result) {
    StreamFunctions.Given predicate = pipeline.functions().given(function);
    Variable found = variable("found", pipeline.number(TypeKind.BOOLEAN), draft.constant(false));
    pipeline.each(
        Set.of(found),
        element ->
            frame
                .branches()
                .branch(
                    at,
                    get(found),
                    Frame.NOTHING,
                    () -> set(found, asked(predicate, element, sought))));
    Value answer = frame.single(taken(found));
    return new Term.Single(pipeline.number(TypeKind.BOOLEAN), result ? answer : draft.not(answer));
  }

  private Value asked(StreamFunctions.Given predicate, Term element, boolean sought) {
    Term answer =
        pipeline
            .functions()
            .call(
                predicate,
                StreamPipeline.prefix(element) + "Predicate",
                StreamPipeline.isNumber(element) ? List.of() : List.of(element.type()),
                element);
    return sought ? frame.single(answer) : draft.not(frame.single(answer));
  }

  /** Puts the elements into an array as long as the source, and cuts that where some are left. */
  Term array(Value most, boolean isFull) {
    if (pipeline.kind() == TypeKind.DECLARED) {
      throw frame.refusal(at, Problem.STREAM, "an array of objects", "map to numbers first");
    }
    TypeMirror element = pipeline.number(pipeline.kind());
    Type type =
        Type.array(pipeline.kind() == TypeKind.DOUBLE ? Type.DOUBLE : scalar(pipeline.kind()));
    Value all = frame.at(at).newArray("elements", type, most);
    Variable count = variable("count", TypeKind.INT);
    pipeline.each(
        Set.of(count),
        each -> {
          frame.at(at).write(all, get(count), number(each));
          add(count, draft.constant(1));
        });
    Value length = frame.single(taken(count));
    TypeMirror array = frame.names().program().types().getArrayType(element);
    if (isFull) {
      return new Term.Single(array, all);
    }
    Value cut = frame.at(at).newArray("elements", type, length);
    frame
        .at(at)
        .add(
            new Step.Copy(
                all,
                draft.constant(0),
                cut,
                draft.constant(0),
                length,
                frame.names().position(at)));
    return new Term.Single(array, cut);
  }
}
