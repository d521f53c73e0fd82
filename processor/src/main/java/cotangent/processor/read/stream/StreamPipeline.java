package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** A source and the stages after it, as a loop over the elements that come through. */
final class StreamPipeline implements Elements {
  private static final Set<String> NOTHING_DONE =
      Set.of("parallel", "sequential", "unordered", "onClose");

  private final Frame frame;
  private final Draft draft;
  private final StreamFunctions functions;
  private final MethodInvocationTree at;
  private StreamSource source;
  private final List<Stage> stages = new ArrayList<>();
  private final StageCounts counts;
  private final Map<Tree, SeenElements> seen = new HashMap<>();
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
    this.isBounded = source.more() == null && source.parts().isEmpty();
    chain.stages().forEach(this::add);
    MethodInvocationTree parallel = chain.parallel();
    if (parallel != null && chain.isMerging() && !isWhole(chain)) {
      throw frame.refusal(parallel, Problem.PARALLEL_STREAM);
    }
    end(Chain.mayEndEarly(at));
  }

  /** Whether numbers are added whose sum is the same in any order. */
  private boolean isWhole(Chain chain) {
    boolean isSum = Set.of("sum", "average").contains(Chain.name(chain.end()));
    return isSum && (kind == TypeKind.INT || kind == TypeKind.LONG);
  }

  /** Takes elements of a stream without an end for as long as they come through. */
  private void end(boolean endsEarly) {
    if (source.isEndless()) {
      boolean isCut = stages.stream().anyMatch(each -> StageCounts.ENDING.contains(each.name()));
      source = new StreamLimits(frame).asked(source, isCut || endsEarly, at);
      isBounded = false;
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
            .noneMatch(stage -> StageCounts.chooses(stage) || stage.counter() != null);
  }

  @Override
  public @Nullable Value size() {
    return counts.left(source, draft.cast(most(), Type.LONG), stages, at);
  }

  /** Adds a stage that calls a function which a collector is given. */
  void begin(MethodInvocationTree collector, String name, int argument) {
    StreamFunctions.Given function = functions.given(collector.getArguments().get(argument));
    stages.add(new Stage(collector, name, function, null, null));
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
      case "sorted" -> sort(call);
      case "distinct" -> choose(call, name);
      case "limit", "skip" -> count(call, name);
      case "takeWhile", "dropWhile" -> stages.add(asking(call, name));
      default -> {
        if (!NOTHING_DONE.contains(name)) {
          throw frame.refusal(call, Problem.STREAM, "the stage " + name, "write a loop");
        }
      }
    }
  }

  private void sort(MethodInvocationTree call) {
    end(false);
    counts.rejectPeeks(call, stages);
    boolean isSized = counts.isSized(source, stages);
    StreamSource sorted = new Collecting(frame, call, this).sorted(call.getArguments());
    source = isSized ? sorted : sorted.limited(sorted.to());
    stages.clear();
    counts.variables().clear();
    isBounded = true;
  }

  /** Lets each element through once. */
  private void choose(MethodInvocationTree call, String name) {
    if (kind == TypeKind.DOUBLE) {
      throw frame.refusal(
          call, Problem.STREAM, "the stage distinct of real numbers", "write a loop");
    }
    seen.put(call, new SeenElements(frame, call));
    stages.add(new Stage(call, name, null, null, null));
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
      source = new StreamLimits(frame).counted(call, source, most);
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
    Set<Variable> all = new LinkedHashSet<>(counts.variables());
    all.addAll(source.state());
    all.addAll(assigned);
    carried = all;
    if (!source.parts().isEmpty()) {
      FlatSinks.Sink sink =
          new FlatSinks.Sink(
              () -> isOpen(0),
              all,
              element -> whileWanted(() -> open(0, () -> pass(0, element, action))));
      source.parts().forEach(part -> eachOf(part, sink));
      return;
    }
    CountedAction loop = new CountedAction(frame, at);
    Consumer<Value> round = index -> pass(0, source.element().apply(index), action);
    Supplier<Value> more = source.more();
    if (more == null) {
      loop.repeat(
          source.from(),
          source.to(),
          all,
          index -> {
            whileWanted(() -> open(0, () -> round.accept(index)));
            source.behind().run();
          });
    } else {
      loop.repeatWhile(
          () -> new StreamLimits(frame).asks(at, isOpen(0), more),
          all,
          () -> {
            round.accept(source.from());
            whileOpen(source.behind());
          });
    }
  }

  private void eachOf(ExpressionTree part, FlatSinks.Sink sink) {
    if (part instanceof MethodInvocationTree) {
      FlatSinks.of(frame.reading()).during(part, sink, () -> frame.expressions().effect(part));
    } else {
      new OutsideStreams(frame).flow(part, frame.expressions().value(part), sink);
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

  /** Carries out an action if another element can still come through. */
  private void whileOpen(Runnable action) {
    Value isOpen = action.equals(Frame.NOTHING) ? null : isOpen(0);
    if (isOpen == null) {
      action.run();
    } else {
      frame.branches().branch(at, isOpen, action, Frame.NOTHING);
    }
  }

  /** Whether an element may still come through all stages from one on; null where it always may. */
  private @Nullable Value isOpen(int from) {
    Value all = wanted.get();
    for (Stage each : stages.subList(from, stages.size())) {
      if (StageCounts.ENDING.contains(each.name())) {
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
      if (StageCounts.ENDING.contains(each.name())) {
        int next = i + 1;
        Value isOpen = counts.isOpen(each);
        frame.branches().branch(each.call(), isOpen, () -> open(next, round), Frame.NOTHING);
        return;
      }
    }
    round.run();
  }

  private void pass(int from, Term element, Consumer<Term> action) {
    if (from == stages.size()) {
      action.accept(element);
      return;
    }
    Stage stage = stages.get(from);
    switch (stage.name()) {
      case "filter", "distinct" ->
          frame
              .branches()
              .branch(
                  stage.call(),
                  isChosen(stage, element),
                  () -> pass(from + 1, element, action),
                  Frame.NOTHING);
      case "skip" -> counts.skip(stage, () -> pass(from + 1, element, action));
      case "limit" -> counts.limit(stage, isTested(from), () -> pass(from + 1, element, action));
      case "takeWhile", "dropWhile" ->
          counts.ask(stage, functions, element, () -> pass(from + 1, element, action));
      case "flatMap", "flatMapToDouble", "flatMapToInt", "flatMapToObj" ->
          new FlatStage(frame, functions)
              .flow(
                  stage,
                  element,
                  new FlatSinks.Sink(
                      () -> isOpen(from + 1),
                      carried,
                      inner -> whileWanted(() -> pass(from + 1, inner, action))));
      case "peek" -> {
        stage.apply(functions, "Consumer", element);
        pass(from + 1, element, action);
      }
      default -> pass(from + 1, new ChangedElements(frame, functions).of(stage, element), action);
    }
  }

  private Value isChosen(Stage stage, Term element) {
    return stage.name().equals("distinct")
        ? Objects.requireNonNull(seen.get(stage.call())).add(element)
        : frame.single(stage.apply(functions, "Predicate", element));
  }

  /** Whether it was asked before each element whether a stage still lets any through. */
  private boolean isTested(int stage) {
    return stages.subList(0, stage).stream().noneMatch(each -> each.name().startsWith("flatMap"));
  }
}
