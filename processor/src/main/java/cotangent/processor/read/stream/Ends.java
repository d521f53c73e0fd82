package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.call.RealSum;
import cotangent.processor.read.call.SummaryValues;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what comes of the elements of a stream, other than sums. */
final class Ends {
  private final Frame frame;
  private final Draft draft;
  private final Environment environment;
  private final MethodInvocationTree at;
  private final StreamPipeline pipeline;

  /**
   * What an {@code Optional} holds, and whether it does.
   *
   * @param type of what it holds
   */
  record Found(Value isPresent, Term value, TypeMirror type) {}

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
    TypeMirror type = pipeline.functions().number(kind);
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
      Value sum = compensated(Set.of(), number -> {});
      return new Term.Single(pipeline.functions().number(TypeKind.DOUBLE), sum);
    }
    Variable sum = variable("sum", pipeline.kind());
    pipeline.each(Set.of(sum), element -> add(sum, number(element)));
    return taken(sum);
  }

  Found average() {
    Variable count = variable("count", TypeKind.LONG);
    Value mean;
    if (pipeline.kind() == TypeKind.DOUBLE) {
      Value sum = compensated(Set.of(count), number -> count(count));
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
    TypeMirror number = pipeline.functions().number(TypeKind.DOUBLE);
    return new Found(isPresent, new Term.Single(number, mean), number);
  }

  /**
   * Sums real numbers as the library does it.
   *
   * @param assigned what is assigned besides
   * @param besides what is done with each number besides
   */
  private Value compensated(Set<Variable> assigned, Consumer<Value> besides) {
    Variable sum = variable("sum", TypeKind.DOUBLE);
    Variable lost = variable("lost", TypeKind.DOUBLE);
    Variable simple = variable("simpleSum", TypeKind.DOUBLE);
    Set<Variable> all = new LinkedHashSet<>(List.of(sum, lost, simple));
    all.addAll(assigned);
    pipeline.each(
        all,
        element -> {
          Value number = number(element);
          besides.accept(number);
          RealSum before = new RealSum(get(sum), get(lost), get(simple));
          RealSum after = before.plus(draft, number);
          set(sum, after.sum());
          set(lost, after.lost());
          set(simple, after.simple());
        });
    Value plain = frame.single(taken(simple));
    return new RealSum(frame.single(taken(sum)), frame.single(taken(lost)), plain).total(draft);
  }

  private void count(Variable count) {
    add(count, draft.constant(Type.LONG, 1L));
  }

  /** Returns what is known of all numbers together. */
  Term summary() {
    Variable count = variable("count", TypeKind.LONG);
    TypeMirror number = pipeline.functions().number(TypeKind.DOUBLE);
    Variable least =
        variable("least", number, draft.constant(Type.DOUBLE, Double.POSITIVE_INFINITY));
    Variable most = variable("most", number, draft.constant(Type.DOUBLE, Double.NEGATIVE_INFINITY));
    Value sum =
        compensated(
            Set.of(count, least, most),
            each -> {
              count(count);
              set(least, draft.apply(Operations.MIN, get(least), each));
              set(most, draft.apply(Operations.MAX, get(most), each));
            });
    return new SummaryValues(frame)
        .of(frame.single(taken(count)), sum, frame.single(taken(least)), frame.single(taken(most)));
  }

  /** Counts elements; where Java knows how many come through, it asks the source for none. */
  Term count() {
    Value known = pipeline.size();
    if (known != null) {
      return new Conversions(frame).term(known);
    }
    Variable count = variable("count", TypeKind.LONG);
    pipeline.each(Set.of(count), element -> add(count, draft.constant(Type.LONG, 1L)));
    return taken(count);
  }

  /** Returns the largest or smallest element, by a comparator where one is given. */
  Found extreme(String name, List<? extends ExpressionTree> order) {
    if (!order.isEmpty()) {
      Collecting collecting = new Collecting(frame, at, pipeline);
      StreamFunctions.Given comparator = collecting.comparator(order.get(0), collecting.element());
      return merged(name, (one, other) -> better(name, comparator, one, other));
    }
    Op op = name.equals("max") ? Operations.MAX : Operations.MIN;
    return merged(
        name,
        (one, other) ->
            new Term.Single(
                pipeline.functions().number(pipeline.kind()),
                draft.apply(op, number(one), number(other))));
  }

  private Term better(String name, StreamFunctions.Given comparator, Term one, Term other) {
    List<TypeMirror> types = List.of(one.type());
    Value order =
        frame.single(
            pipeline.functions().call(comparator, "java.util.Comparator", types, one, other));
    Op keeps = name.equals("max") ? Operations.GE : Operations.LE;
    Value isFirst = draft.apply(keeps, order, draft.constant(0));
    return frame.branches().either(at, isFirst, one.type(), () -> one, () -> other);
  }

  private interface Merging {
    Term merge(Term one, Term other);
  }

  /** What will be found, if anything is. */
  private record Candidate(Variable isPresent, Variable value, TypeMirror type) {}

  private Candidate candidate(String name) {
    Variable isPresent =
        variable("found", pipeline.functions().number(TypeKind.BOOLEAN), draft.constant(false));
    boolean isNumber = pipeline.kind() != TypeKind.DECLARED;
    TypeMirror type = isNumber ? pipeline.functions().number(pipeline.kind()) : element();
    Variable value = environment.unnamed(name, type);
    boolean isHeldApart = isNumber || Component.isTensor(type);
    environment.set(value, isHeldApart ? frame.zero(at, type) : new Term.Nothing(type));
    return new Candidate(isPresent, value, type);
  }

  private void keep(Candidate candidate, Term element) {
    environment.set(candidate.value, besideNull(element));
    set(candidate.isPresent, draft.constant(true));
  }

  private Found found(Candidate candidate) {
    Value isPresent = frame.single(taken(candidate.isPresent));
    return new Found(isPresent, taken(candidate.value), candidate.type);
  }

  /** Merges all elements; there may be none. */
  private Found merged(String name, Merging merging) {
    Candidate all = candidate(name);
    pipeline.each(
        Set.of(all.isPresent, all.value),
        element ->
            frame
                .branches()
                .branch(
                    at,
                    get(all.isPresent),
                    () ->
                        environment.set(
                            all.value,
                            besideNull(merging.merge(there(all.value, all.type), element))),
                    () -> keep(all, element)));
    return found(all);
  }

  private Term besideNull(Term element) {
    return new Conversions(frame).besideNull(at, element);
  }

  private Term there(Variable merged, TypeMirror type) {
    return found(frame, at, environment.require(merged), type);
  }

  /** Returns what was certainly found, a record by its components. */
  static Term found(Frame frame, MethodInvocationTree at, Term value, TypeMirror type) {
    TypeMirror object =
        frame.names().program().elements().getTypeElement("java.lang.Object").asType();
    Term found = new Objects(frame).notNull(value);
    return found.isObject() && frame.shapes().isTakenApart(type)
        ? new Conversions(frame).to(at, found.as(object), type)
        : found.as(type);
  }

  private Term operator(StreamFunctions.Given function, Term one, Term other) {
    boolean isNumber = StreamFunctions.isNumber(one);
    List<TypeMirror> typed = isNumber ? List.of() : List.of(one.type());
    return pipeline
        .functions()
        .call(function, StreamFunctions.prefix(one) + "BinaryOperator", typed, one, other);
  }

  Term reduced(ExpressionTree identity, ExpressionTree function) {
    boolean isNumber = pipeline.kind() != TypeKind.DECLARED;
    Term start =
        isNumber
            ? frame.expressions().value(identity, pipeline.functions().number(pipeline.kind()))
            : isOfFunctions()
                ? frame.expressions().value(identity, element())
                : pipeline.functions().boxed(at, frame.expressions().value(identity));
    StreamFunctions.Given operator = pipeline.functions().given(function);
    return reduced(start, (one, other) -> operator(operator, one, other));
  }

  private Term reduced(Term start, Merging merging) {
    Variable merged = environment.unnamed("merged", start.type());
    environment.set(merged, start);
    pipeline.each(
        Set.of(merged),
        each -> environment.set(merged, merging.merge(environment.require(merged), each)));
    return taken(merged);
  }

  /** Reduces to something that the elements aren't; in turn, so that nothing is to be combined. */
  Term reduced(ExpressionTree identity, ExpressionTree function, ExpressionTree combiner) {
    StreamFunctions all = pipeline.functions();
    Term start = all.boxed(at, frame.expressions().value(identity));
    StreamFunctions.Given next = all.given(function);
    StreamFunctions.Given unused = all.given(combiner);
    TypeMirror to = start.type();
    return reduced(start, (a, b) -> all.call(next, "BiFunction", List.of(to, b.type(), to), a, b));
  }

  private TypeMirror element() {
    return new Collecting(frame, at, pipeline).element();
  }

  private boolean isOfFunctions() {
    return frame.names().program().functional(element()).isPresent();
  }

  Found reduced(ExpressionTree function) {
    StreamFunctions.Given operator = pipeline.functions().given(function);
    return merged("merged", (one, other) -> operator(operator, one, other));
  }

  /** Hands all elements to an object that takes them, as {@code collect} does. */
  Term accumulated(ExpressionTree supplier, ExpressionTree accumulator) {
    StreamFunctions functions = pipeline.functions();
    Term container = functions.call(functions.given(supplier), "Supplier", List.of());
    StreamFunctions.Given adding = functions.given(accumulator);
    pipeline.each(
        Set.of(),
        element -> {
          boolean isNumber = StreamFunctions.isNumber(element);
          String type =
              isNumber ? "Obj" + StreamFunctions.prefix(element) + "Consumer" : "BiConsumer";
          List<TypeMirror> typed =
              isNumber ? List.of(container.type()) : List.of(container.type(), element.type());
          Term unused = functions.call(adding, type, typed, container, element);
        });
    return container;
  }

  Found first() {
    Candidate first = candidate("first");
    pipeline.eachUntil(
        first.isPresent, Set.of(first.isPresent, first.value), element -> keep(first, element));
    return found(first);
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
                    StreamFunctions.prefix(element) + "Consumer",
                    StreamFunctions.isNumber(element) ? List.of() : List.of(element.type()),
                    element));
  }

  /** Asks of each element until the answer is known. */
  Term matches(ExpressionTree function, boolean sought, boolean result) {
    StreamFunctions.Given predicate = pipeline.functions().given(function);
    Variable found =
        variable("found", pipeline.functions().number(TypeKind.BOOLEAN), draft.constant(false));
    pipeline.eachUntil(
        found, Set.of(found), element -> set(found, asked(predicate, element, sought)));
    Value answer = frame.single(taken(found));
    return new Term.Single(
        pipeline.functions().number(TypeKind.BOOLEAN), result ? answer : draft.not(answer));
  }

  private Value asked(StreamFunctions.Given predicate, Term element, boolean sought) {
    Term answer =
        pipeline
            .functions()
            .call(
                predicate,
                StreamFunctions.prefix(element) + "Predicate",
                StreamFunctions.isNumber(element) ? List.of() : List.of(element.type()),
                element);
    return sought ? frame.single(answer) : draft.not(frame.single(answer));
  }

  /** Returns what was found, or something else. */
  static Term orElse(Frame frame, MethodInvocationTree unwrap, Found found, Supplier<Term> other) {
    Variable result = frame.environment().unnamed("", found.type());
    return frame
        .branches()
        .choose(
            unwrap,
            found.isPresent(),
            result,
            () ->
                frame.environment().set(result, found(frame, unwrap, found.value(), found.type())),
            () -> frame.environment().set(result, other.get()));
  }
}
