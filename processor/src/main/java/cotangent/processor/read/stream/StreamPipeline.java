package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A source and the stages after it, as a loop over the elements that come through. */
final class StreamPipeline {
  private static final Set<String> NOTHING_DONE = Set.of("sequential", "unordered", "onClose");

  private final Frame frame;
  private final Draft draft;
  private final StreamFunctions functions;
  private final MethodInvocationTree at;
  private final StreamSource source;
  private final List<Stage> stages = new ArrayList<>();
  private final Set<Variable> counters = new LinkedHashSet<>();
  private TypeKind kind;

  /** Reads the source, and what is handed to the stages. */
  StreamPipeline(Frame frame, Chain chain) {
    this.frame = frame;
    this.draft = frame.draft();
    this.functions = new StreamFunctions(frame);
    this.at = chain.end();
    this.source = new Sources(frame).read(chain.source());
    this.kind = source.kind();
    chain.stages().forEach(this::add);
  }

  StreamFunctions functions() {
    return functions;
  }

  /** Returns the primitive type of the elements that come through, or {@code DECLARED}. */
  TypeKind kind() {
    return kind;
  }

  /** Returns the number of elements that come through at most. */
  Value most() {
    Value count = draft.apply(Operations.SUB, source.to(), source.from());
    return draft.known(source.from()) instanceof Integer from && from == 0
        ? source.to()
        : draft.apply(Operations.MAX, count, draft.constant(0));
  }

  /** Whether all elements come through. */
  boolean isFull() {
    return stages.stream()
        .noneMatch(stage -> stage.name().equals("filter") || stage.counter() != null);
  }

  private void add(MethodInvocationTree call) {
    String name = Chain.name(call);
    switch (name) {
      case "map", "filter", "peek" -> stages.add(calling(call, name));
      case "mapToDouble", "mapToInt", "mapToLong", "mapToObj" -> {
        stages.add(calling(call, name));
        kind = kind(name.substring("mapTo".length()));
      }
      case "boxed" -> {
        stages.add(new Stage(call, name, null, null, null));
        kind = TypeKind.DECLARED;
      }
      case "asDoubleStream", "asLongStream" -> {
        stages.add(new Stage(call, name, null, null, null));
        kind = name.equals("asDoubleStream") ? TypeKind.DOUBLE : TypeKind.LONG;
      }
      case "limit", "skip" -> stages.add(counting(call, name));
      case "parallel" -> throw frame.refusal(call, Problem.PARALLEL_STREAM);
      default -> {
        if (!NOTHING_DONE.contains(name)) {
          throw frame.refusal(call, Problem.STREAM, "the stage " + name, "write a loop");
        }
      }
    }
  }

  private static TypeKind kind(String name) {
    return switch (name) {
      case "Double" -> TypeKind.DOUBLE;
      case "Int" -> TypeKind.INT;
      case "Long" -> TypeKind.LONG;
      default -> TypeKind.DECLARED;
    };
  }

  private Stage calling(MethodInvocationTree call, String name) {
    return new Stage(call, name, functions.given(call.getArguments().get(0)), null, null);
  }

  private Stage counting(MethodInvocationTree call, String name) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.LONG);
    Value most = frame.single(frame.expressions().value(call.getArguments().get(0), number));
    rejectNegative(call, most);
    Variable counter = frame.environment().unnamed("count", number);
    counters.add(counter);
    set(counter, draft.constant(Type.LONG, 0L));
    return new Stage(call, name, null, most, counter);
  }

  private void rejectNegative(MethodInvocationTree call, Value most) {
    if (draft.known(most) instanceof Long number && number >= 0) {
      return;
    }
    String exception = "java.lang.IllegalArgumentException";
    GraphBuilder then = new GraphBuilder().at(frame.names().position(call));
    draft.in(
        then,
        () -> {
          Value text = new Value(Type.STRING, "");
          then.call(
              new Callee.Member(
                  Callee.Member.Kind.STATIC_METHOD, "java.lang.Long", "toString", true),
              List.of(text),
              List.of(most));
          Value thrown = new Value(new Type.Reference(exception), "");
          then.call(
              new Callee.Member(Callee.Member.Kind.NEW, exception, "", true),
              List.of(thrown),
              List.of(text));
          then.throwing(thrown);
        });
    Value isNegative = draft.apply(Operations.LT, most, draft.constant(Type.LONG, 0L));
    frame.at(call).branch(isNegative, then.yield(), new GraphBuilder().yield(), List.of());
  }

  private void set(Variable variable, Value value) {
    frame.environment().set(variable, new Term.Single(variable.type(), value));
  }

  private Value get(Variable variable) {
    return frame.single(frame.environment().require(variable));
  }

  /**
   * Carries out an action for each element that comes through.
   *
   * @param assigned the variables that the action assigns
   */
  void each(Set<Variable> assigned, Consumer<Term> action) {
    each(assigned, (index, element) -> action.accept(element));
  }

  /** What is done with an element. */
  interface Sink {
    /** Takes an element, and the index that it had at the source. */
    void accept(Value index, Term element);
  }

  void each(Set<Variable> assigned, Sink action) {
    Set<Variable> all = new LinkedHashSet<>(counters);
    all.addAll(assigned);
    new CountedAction(frame, at)
        .repeat(source.from(), source.to(), all, index -> open(0, index, action));
  }

  /** Does nothing for an element after the last one that is let through. */
  private void open(int stage, Value index, Sink action) {
    for (int i = stage; i < stages.size(); i++) {
      Stage each = stages.get(i);
      if (each.name().equals("limit") && each.counter() != null && each.most() != null) {
        int next = i + 1;
        Value isOpen = draft.apply(Operations.LT, get(each.counter()), each.most());
        frame
            .branches()
            .branch(each.call(), isOpen, () -> open(next, index, action), Frame.NOTHING);
        return;
      }
    }
    pass(0, index, source.element().apply(index), action);
  }

  private void pass(int from, Value index, Term element, Sink action) {
    if (from == stages.size()) {
      action.accept(index, element);
      return;
    }
    Stage stage = stages.get(from);
    switch (stage.name()) {
      case "filter" ->
          frame
              .branches()
              .branch(
                  stage.call(),
                  frame.single(call(stage, "Predicate", element)),
                  () -> pass(from + 1, index, element, action),
                  Frame.NOTHING);
      case "skip" -> skip(stage, () -> pass(from + 1, index, element, action));
      case "limit" -> {
        count(stage);
        pass(from + 1, index, element, action);
      }
      case "peek" -> {
        call(stage, "Consumer", element);
        pass(from + 1, index, element, action);
      }
      default -> pass(from + 1, index, changed(stage, element), action);
    }
  }

  private void count(Stage stage) {
    Variable counter = Objects.requireNonNull(stage.counter());
    set(counter, draft.apply(Operations.ADD, get(counter), draft.constant(Type.LONG, 1L)));
  }

  private void skip(Stage stage, Runnable rest) {
    Variable counter = Objects.requireNonNull(stage.counter());
    Value most = Objects.requireNonNull(stage.most());
    Value isSkipped = draft.apply(Operations.LT, get(counter), most);
    frame.branches().branch(stage.call(), isSkipped, () -> count(stage), rest);
  }

  private Term changed(Stage stage, Term element) {
    Conversions conversions = new Conversions(frame);
    return switch (stage.name()) {
      case "boxed" -> boxed(element);
      case "asDoubleStream" -> conversions.to(stage.call(), element, number(TypeKind.DOUBLE));
      case "asLongStream" -> conversions.to(stage.call(), element, number(TypeKind.LONG));
      case "map" ->
          isNumber(element)
              ? call(stage, "UnaryOperator", element)
              : boxed(call(stage, "Function", element));
      case "mapToObj" -> boxed(call(stage, "Function", element));
      default -> mapped(stage, element, stage.name().substring("map".length()));
    };
  }

  /** Calls an {@code IntToDoubleFunction} or its kin. */
  private Term mapped(Stage stage, Term element, String to) {
    return call(stage, to + "Function", element);
  }

  /** Returns a number as what it is among objects. */
  Term boxed(Term element) {
    return element.type() instanceof PrimitiveType primitive
        ? new Conversions(frame)
            .to(at, element, frame.names().program().types().boxedClass(primitive).asType())
        : element;
  }

  TypeMirror number(TypeKind of) {
    return frame.names().program().types().getPrimitiveType(of);
  }

  static boolean isNumber(Term element) {
    return element.type().getKind().isPrimitive();
  }

  /** Returns the beginning of the names of functions of an element. */
  static String prefix(Term element) {
    String name = element.type().getKind().toString();
    return isNumber(element) ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) : "";
  }

  private Term call(Stage stage, String type, Term element) {
    return functions.call(
        Objects.requireNonNull(stage.function()),
        prefix(element) + type,
        isNumber(element) ? List.of() : List.of(element.type()),
        element);
  }
}
