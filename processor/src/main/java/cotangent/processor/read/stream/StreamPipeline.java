package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** A source and the stages after it, as a loop over the elements that come through. */
final class StreamPipeline implements Elements {
  private static final Set<String> NOTHING_DONE = Set.of("sequential", "unordered", "onClose");

  private final Frame frame;
  private final Draft draft;
  private final StreamFunctions functions;
  private final MethodInvocationTree at;
  private StreamSource source;
  private final List<Stage> stages = new ArrayList<>();
  private final StageCounts counts;
  private Set<Variable> carried = Set.of();

  /** Whether another element matters; null where all of them do. */
  private Supplier<@Nullable Value> wanted = () -> null;

  private TypeKind kind;
  private boolean isBounded = true;

  /** Reads the source, and what is handed to the stages. */
  StreamPipeline(Frame frame, Chain chain) {
    this.frame = frame;
    this.draft = frame.draft();
    this.functions = new StreamFunctions(frame);
    this.counts = new StageCounts(frame);
    this.at = chain.end();
    Sources sources = new Sources(frame);
    this.source =
        chain.source() instanceof MethodInvocationTree call && sources.isStream(call)
            ? sources.read(call)
            : new OutsideStreams(frame).read(chain.source());
    this.kind = source.kind();
    this.isBounded = source.more() == null;
    chain.stages().forEach(this::add);
    if (source.isEndless()) {
      throw frame.refusal(
          at, Problem.STREAM, "a stream without an end", "write limit right behind its beginning");
    }
  }

  /** Takes all elements of a source. */
  StreamPipeline(Frame frame, MethodInvocationTree at, StreamSource source) {
    this.frame = frame;
    this.draft = frame.draft();
    this.functions = new StreamFunctions(frame);
    this.counts = new StageCounts(frame);
    this.at = at;
    this.source = source;
    this.kind = source.kind();
  }

  @Override
  public StreamFunctions functions() {
    return functions;
  }

  @Override
  public TypeKind kind() {
    return kind;
  }

  @Override
  public Value most() {
    Value count = draft.apply(Operations.SUB, source.to(), source.from());
    return draft.known(source.from()) instanceof Integer from && from == 0
        ? source.to()
        : draft.apply(Operations.MAX, count, draft.constant(0));
  }

  @Override
  public boolean isBounded() {
    return isBounded;
  }

  @Override
  public boolean isFull() {
    return isBounded
        && stages.stream()
            .noneMatch(stage -> stage.name().equals("filter") || stage.counter() != null);
  }

  @Override
  public @Nullable Value size() {
    return counts.left(source, draft.cast(most(), Type.LONG), stages, at);
  }

  /** Adds a stage that calls the function which a collector begins with. */
  void begin(MethodInvocationTree collector, String name) {
    stages.add(calling(collector, name));
  }

  /** Adds a stage that calls the function which a collector is made of. */
  void map(MethodInvocationTree collector, String name) {
    stages.add(calling(collector, name));
    kind = kind(name.substring("mapTo".length()));
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
      case "flatMap", "flatMapToDouble", "flatMapToInt", "flatMapToObj" -> {
        stages.add(calling(call, name));
        kind = name.equals("flatMap") ? kind : kind(name.substring("flatMapTo".length()));
        isBounded = false;
      }
      case "sorted" -> {
        counts.rejectPeeks(call, stages);
        boolean isSized = counts.isSized(source, stages);
        StreamSource sorted = new Collecting(frame, call, this).sorted(call.getArguments());
        source = isSized ? sorted : sorted.limited(sorted.to());
        stages.clear();
        counts.variables().clear();
        isBounded = true;
      }
      case "limit", "skip" -> count(call, name);
      case "takeWhile", "dropWhile" -> stages.add(asking(call, name));
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

  private void count(MethodInvocationTree call, String name) {
    Value most = counts.most(call);
    if (source.isEndless() && isFull() && name.equals("limit")) {
      Value longest = draft.constant(Type.LONG, (long) Integer.MAX_VALUE);
      source = source.limited(draft.cast(draft.apply(Operations.MIN, most, longest), Type.INT));
    } else {
      stages.add(new Stage(call, name, null, most, counts.counter()));
    }
  }

  /** Returns a stage that asks until the answer is no: then it counts one. */
  private Stage asking(MethodInvocationTree call, String name) {
    StreamFunctions.Given function = functions.given(call.getArguments().get(0));
    return new Stage(call, name, function, draft.constant(Type.LONG, 1L), counts.counter());
  }

  private Value get(Variable variable) {
    return frame.single(frame.environment().require(variable));
  }

  @Override
  public void each(Set<Variable> assigned, Consumer<Term> action) {
    each(assigned, (index, element) -> action.accept(element));
  }

  /** What is done with an element. */
  interface Sink {
    /** Takes an element, and the index that it had at the source. */
    void accept(Value index, Term element);
  }

  void each(Set<Variable> assigned, Sink action) {
    Set<Variable> all = new LinkedHashSet<>(counts.variables());
    all.addAll(source.state());
    all.addAll(assigned);
    carried = all;
    CountedAction loop = new CountedAction(frame, at);
    Consumer<Value> round = index -> pass(0, index, source.element().apply(index), action);
    Supplier<Value> more = source.more();
    if (more == null) {
      loop.repeat(
          source.from(),
          source.to(),
          all,
          index -> {
            whileWanted(() -> open(0, () -> round.accept(index)));
            source.check().run();
          });
    } else {
      loop.repeatWhile(() -> asks(more), all, () -> round.accept(source.from()));
    }
  }

  /** Takes elements until it is known that no other one matters: they don't get on their way. */
  void eachUntil(Variable isDone, Set<Variable> assigned, Consumer<Term> action) {
    eachWanted(() -> draft.not(get(isDone)), assigned, action);
  }

  /** Takes elements while another one matters. */
  void eachWanted(
      Supplier<@Nullable Value> matters, Set<Variable> assigned, Consumer<Term> action) {
    wanted = matters;
    each(assigned, action);
  }

  private void whileWanted(Runnable action) {
    Value matters = wanted.get();
    if (matters == null) {
      action.run();
    } else {
      frame.branches().branch(at, matters, action, Frame.NOTHING);
    }
  }

  /** Asks the source for another element, if one can still come through. */
  private Value asks(Supplier<Value> more) {
    Value isOpen = isOpen(0);
    if (isOpen == null) {
      return more.get();
    }
    Conversions conversions = new Conversions(frame);
    return frame.single(
        frame
            .branches()
            .either(
                at,
                isOpen,
                functions.number(TypeKind.BOOLEAN),
                () -> conversions.term(more.get()),
                () -> conversions.term(draft.constant(false))));
  }

  /** Whether an element may still come through all stages from one on; null where it always may. */
  private @Nullable Value isOpen(int from) {
    Value all = wanted.get();
    for (Stage each : stages.subList(from, stages.size())) {
      if (each.name().equals("limit") || each.name().equals("takeWhile")) {
        Value isOpen = counts.isOpen(each);
        all = all == null ? isOpen : draft.apply(Operations.AND, all, isOpen);
      }
    }
    return all;
  }

  /** Does nothing for an element after the last one that is let through. */
  private void open(int stage, Runnable round) {
    for (int i = stage; i < stages.size(); i++) {
      Stage each = stages.get(i);
      if (each.name().equals("limit") || each.name().equals("takeWhile")) {
        int next = i + 1;
        Value isOpen = counts.isOpen(each);
        frame.branches().branch(each.call(), isOpen, () -> open(next, round), Frame.NOTHING);
        return;
      }
    }
    round.run();
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
                  frame.single(stage.apply(functions, "Predicate", element)),
                  () -> pass(from + 1, index, element, action),
                  Frame.NOTHING);
      case "skip" -> counts.skip(stage, () -> pass(from + 1, index, element, action));
      case "limit" -> limit(from, index, element, action);
      case "takeWhile", "dropWhile" -> ask(from, index, element, action);
      case "flatMap", "flatMapToDouble", "flatMapToInt", "flatMapToObj" ->
          new FlatStage(frame, functions)
              .flow(
                  stage,
                  element,
                  new FlatSinks.Sink(
                      () -> isOpen(from + 1),
                      carried,
                      inner -> whileWanted(() -> pass(from + 1, index, inner, action))));
      case "peek" -> {
        stage.apply(functions, "Consumer", element);
        pass(from + 1, index, element, action);
      }
      default -> pass(from + 1, index, changed(stage, element), action);
    }
  }

  private void limit(int from, Value index, Term element, Sink action) {
    Stage stage = stages.get(from);
    Runnable rest =
        () -> {
          counts.add(stage);
          pass(from + 1, index, element, action);
        };
    boolean isTested =
        stages.subList(0, from).stream().noneMatch(each -> each.name().startsWith("flatMap"));
    if (isTested) {
      rest.run();
    } else {
      frame.branches().branch(stage.call(), counts.isOpen(stage), rest, Frame.NOTHING);
    }
  }

  /** Lets elements through until the first one that doesn't fit, or from that one on. */
  private void ask(int from, Value index, Term element, Sink action) {
    Stage stage = stages.get(from);
    Value fits =
        frame.single(
            frame
                .branches()
                .either(
                    stage.call(),
                    counts.isOpen(stage),
                    functions.number(TypeKind.BOOLEAN),
                    () -> stage.apply(functions, "Predicate", element),
                    () -> new Conversions(frame).term(draft.constant(false))));
    Runnable rest = () -> pass(from + 1, index, element, action);
    boolean takes = stage.name().equals("takeWhile");
    frame
        .branches()
        .branch(
            stage.call(),
            fits,
            takes ? rest : Frame.NOTHING,
            () -> {
              counts.add(stage);
              (takes ? Frame.NOTHING : rest).run();
            });
  }

  private Term changed(Stage stage, Term element) {
    Conversions conversions = new Conversions(frame);
    return switch (stage.name()) {
      case "boxed" -> functions.boxed(at, element);
      case "asDoubleStream" ->
          conversions.to(stage.call(), element, functions.number(TypeKind.DOUBLE));
      case "asLongStream" -> conversions.to(stage.call(), element, functions.number(TypeKind.LONG));
      case "map" ->
          StreamFunctions.isNumber(element)
              ? stage.apply(functions, "UnaryOperator", element)
              : functions.boxed(at, stage.apply(functions, "Function", element));
      case "mapToObj" -> functions.boxed(at, stage.apply(functions, "Function", element));
      default -> mapped(stage, element, stage.name().substring("map".length()));
    };
  }

  /** Calls an {@code IntToDoubleFunction} or its kin. */
  private Term mapped(Stage stage, Term element, String to) {
    return stage.apply(functions, to + "Function", element);
  }
}
