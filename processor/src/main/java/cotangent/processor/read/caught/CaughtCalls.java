package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Functions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.scope.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of functions whose exceptions are caught where they are called. Such a function has a twin
 * that throws nothing: it returns whether it ended in an exception, the exception, and then the
 * results of the function. The twins are made when all functions are known, as they call each
 * other.
 */
public final class CaughtCalls {

  /**
   * A call that was written.
   *
   * @param isThrown whether, at run time, it ended in an exception
   * @param exception the exception
   */
  record Call(Value isThrown, Value exception) {}

  /** Where a function is first called; what goes wrong in it is told there. */
  private record Site(Frame frame, Tree at) {}

  private final Reading reading;
  private final Map<String, String> names = new HashMap<>();
  private final Map<Callee.Ruled, Callee.Ruled> rules = new HashMap<>();
  private final Set<Callee> caught = new HashSet<>();
  private final List<Runnable> open = new ArrayList<>();
  private final Map<String, Graph> known = new HashMap<>();
  private final List<Graph> made = new ArrayList<>();

  private CaughtCalls(Reading reading) {
    this.reading = reading;
  }

  /** Returns the ones of a method that is being read. */
  public static CaughtCalls of(Reading reading) {
    return reading.part(CaughtCalls.class, CaughtCalls::new);
  }

  /** Whether calls throw nothing, because exceptions are among their results. */
  boolean areCaught(Callee callee) {
    return caught.contains(callee);
  }

  /** Writes a call here that returns what the given one returns, unless it ends in an exception. */
  Call call(Frame frame, Tree at, Step.Call call) {
    Site site = new Site(frame, at);
    Callee callee =
        call.callee() instanceof Callee.Ruled rule
            ? rules.computeIfAbsent(rule, r -> ruled(r, site))
            : new Callee.Function(named(((Callee.Function) call.callee()).name(), site));
    caught.add(callee);
    Call written = call();
    frame
        .draft()
        .at(call.position())
        .call(callee, joined(values(written), call.results()), call.operands());
    return written;
  }

  private static Call call() {
    return new Call(
        new Value(Type.BOOLEAN, "caught"),
        new Value(new Type.Reference("java.lang.Throwable"), "thrown"));
  }

  private static List<Value> values(Call call) {
    return List.of(call.isThrown, call.exception);
  }

  private String named(String function, Site site) {
    String known = names.get(function);
    if (known != null) {
      return known;
    }
    String name = reserve(function + "Caught");
    names.put(function, name);
    open.add(() -> made.add(function(name, graph(function), site)));
    return name;
  }

  private String reserve(String name) {
    return Functions.of(reading).reserve(name);
  }

  private Graph graph(String function) {
    return Objects.requireNonNull(known.get(function));
  }

  private Callee.Ruled ruled(Callee.Ruled rule, Site site) {
    String primal = named(rule.primal(), site);
    return new Callee.Ruled(
        rule.original(),
        primal,
        ofRule(rule.pullback(), rule, true),
        ofRule(rule.pushforward(), rule, false),
        rule.by(),
        rule.ofMade(),
        rule.remedy());
  }

  /**
   * Returns the name of a rule whose results are zero, or null, where the call ended in an
   * exception.
   */
  private String ofRule(String function, Callee.Ruled rule, boolean backward) {
    if (function.isEmpty()) {
      return "";
    }
    String name = reserve(function + "Caught");
    open.add(() -> made.add(ofRule(name, graph(function), graph(rule.primal()), rule, backward)));
    return name;
  }

  private Graph ofRule(
      String name, Graph function, Graph primal, Callee.Ruled rule, boolean backward) {
    GraphBuilder b = new GraphBuilder();
    Call call = call();
    int taken = primal.parameters().size();
    int given = taken + primal.results().size();
    List<Value> all = new ArrayList<>();
    function.parameters().forEach(value -> all.add(new Value(value.type(), value.name())));
    List<Value> parameters = new ArrayList<>(all);
    if (backward) {
      parameters.addAll(given, values(call())); // nobody asks for the seeds of an exception
    }
    parameters.addAll(taken, values(call));
    parameters.forEach(b::parameter);
    GraphBuilder zeros = new GraphBuilder();
    GraphBuilder otherwise = new GraphBuilder();
    List<Value> derivatives = GraphCopy.inline(function, all, otherwise);
    List<Value> like =
        backward ? rule.by().stream().map(all::get).toList() : all.subList(taken, given);
    List<Value> none =
        like.stream()
            .map(value -> zeros.constant(value.type(), value.type().unassigned()))
            .toList();
    List<Value> results =
        b.branch(call.isThrown, zeros.yield(none), otherwise.yield(derivatives), like);
    return new Graph(name, b.yield(backward ? results : joined(values(call), results)), List.of());
  }

  /** Adds those functions to all that were read. */
  public List<Graph> with(List<Graph> functions) {
    functions.forEach(function -> known.put(function.name(), function));
    while (!open.isEmpty()) {
      open.remove(0).run();
    }
    return Stream.of(functions, made).flatMap(List::stream).toList();
  }

  private Graph function(String name, Graph function, Site site) {
    Graph copy = GraphCopy.function(name, function, callee -> callee);
    Draft draft = reading.draft();
    draft.learn(copy.body().steps());
    GraphBuilder b = new GraphBuilder();
    copy.parameters().forEach(b::parameter);
    Clauses any = Clauses.any(site.frame.names().program());
    any.asks(0);
    EndSlots slots = new EndSlots(site.frame, site.at, any);
    Sites sites = new Sites(reading, any, copy.body().steps());
    Exceptions exceptions = new Exceptions(site.frame, site.at, any, sites, slots);
    List<Value> results = new ArrayList<>();
    draft.in(
        b,
        () ->
            results.addAll(
                new Catching(site.frame, site.at, sites, slots, exceptions)
                    .write(
                        copy.body().steps(),
                        copy.results(),
                        new State(site.frame.environment(), new Checks(draft)))));
    return new Graph(name, b.yield(results), List.of());
  }

  private static List<Value> joined(List<Value> first, List<Value> second) {
    return Stream.of(first, second).flatMap(List::stream).toList();
  }
}
