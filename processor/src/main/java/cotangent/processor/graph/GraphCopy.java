package cotangent.processor.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Copies the steps of a graph, with values of their own, since a value may be computed in one place
 * only.
 */
public final class GraphCopy {
  private final Map<Value, Value> copies = new HashMap<>();
  private final UnaryOperator<Step.Call> calls;
  private final Map<String, Graph> inPlace;
  private Map<Value, String> names = Map.of();

  private GraphCopy(UnaryOperator<Step.Call> calls) {
    this(calls, Map.of());
  }

  private GraphCopy(UnaryOperator<Step.Call> calls, Map<String, Graph> inPlace) {
    this.calls = calls;
    this.inPlace = inPlace;
  }

  /**
   * Writes functions in place of their calls.
   *
   * @param functions those to write there, by name; none calls itself
   */
  public static Graph withInPlace(Graph graph, Map<String, Graph> functions) {
    GraphCopy copy = new GraphCopy(call -> call, functions);
    graph.parameters().forEach(parameter -> copy.copies.put(parameter, parameter));
    GraphBuilder body = new GraphBuilder();
    graph.parameters().forEach(body::parameter);
    graph.body().steps().forEach(step -> copy.copy(step, body));
    List<Graph> left =
        graph.functions().stream().filter(f -> !functions.containsKey(f.name())).toList();
    return new Graph(graph.name(), body.yield(copy.uses(graph.results())), left);
  }

  /** Renames values, except for the graph's parameters. */
  public static Graph renamed(Graph graph, Map<Value, String> names) {
    GraphCopy copy = new GraphCopy(call -> call);
    copy.names = names;
    graph.parameters().forEach(parameter -> copy.copies.put(parameter, parameter));
    GraphBuilder body = new GraphBuilder();
    graph.parameters().forEach(body::parameter);
    graph.body().steps().forEach(step -> copy.copy(step, body));
    return new Graph(graph.name(), body.yield(copy.uses(graph.results())), graph.functions());
  }

  private void copy(Step step, GraphBuilder into) {
    Graph function =
        step instanceof Step.Call call && call.callee() instanceof Callee.Function callee
            ? inPlace.get(callee.name())
            : null;
    if (function == null) {
      into.add(step(step));
      return;
    }
    GraphCopy inner = new GraphCopy(calls, inPlace);
    for (int i = 0; i < step.operands().size(); i++) {
      inner.copies.put(function.parameters().get(i), use(step.operands().get(i)));
    }
    function.body().steps().forEach(each -> inner.copy(each, into));
    for (int i = 0; i < step.results().size(); i++) {
      copies.put(step.results().get(i), inner.use(function.results().get(i)));
    }
  }

  /**
   * Writes the body of a graph into a region; the functions that it calls must be taken along.
   *
   * @param arguments what stands for the parameters
   * @return what stands for the results
   */
  public static List<Value> inline(Graph graph, List<Value> arguments, GraphBuilder into) {
    return inline(graph, arguments, Map.of(), into, call -> call);
  }

  /**
   * Writes the body of a graph into a region.
   *
   * @param callees gives what is called instead
   */
  public static List<Value> inline(
      Graph graph, List<Value> arguments, GraphBuilder into, UnaryOperator<Callee> callees) {
    return inline(graph, arguments, Map.of(), into, with(callees));
  }

  /**
   * Writes the body of a graph into a region.
   *
   * @param names what values are called instead
   * @param calls gives what stands there instead of a call
   */
  public static List<Value> inline(
      Graph graph,
      List<Value> arguments,
      Map<Value, String> names,
      GraphBuilder into,
      UnaryOperator<Step.Call> calls) {
    GraphCopy copy = new GraphCopy(calls);
    copy.names = names;
    for (int i = 0; i < arguments.size(); i++) {
      copy.copies.put(graph.parameters().get(i), arguments.get(i));
    }
    graph.body().steps().forEach(step -> into.add(copy.step(step)));
    return copy.uses(graph.results());
  }

  /** Copies a step alone, with what is inside it. */
  public static Step alone(Step step) {
    return new GraphCopy(callee -> callee).step(step);
  }

  /** Copies functions. */
  public static List<Graph> functions(Collection<Graph> functions) {
    return functions.stream().map(f -> function(f.name(), f, callee -> callee)).toList();
  }

  /** Copies a function. */
  public static Graph function(String name, Graph function, UnaryOperator<Callee> callees) {
    return new Graph(name, new GraphCopy(with(callees)).region(function.body()), List.of());
  }

  private Value made(Value value) {
    Value copy = new Value(value.type(), names.getOrDefault(value, value.name()));
    copies.put(value, copy);
    return copy;
  }

  private List<Value> made(List<Value> values) {
    return values.stream().map(this::made).toList();
  }

  private Value use(Value value) {
    return copies.getOrDefault(value, value);
  }

  private List<Value> uses(List<Value> values) {
    return values.stream().map(this::use).toList();
  }

  private Region region(Region region) {
    List<Value> parameters = made(region.parameters());
    GraphBuilder steps = new GraphBuilder();
    region.steps().forEach(step -> copy(step, steps));
    return new Region(parameters, steps.steps(), uses(region.yields()));
  }

  private Step step(Step step) {
    Step copy = step.map(new Mapping(this::use, this::made, this::region));
    return copy instanceof Step.Call call ? calls.apply(call) : copy;
  }

  private static UnaryOperator<Step.Call> with(UnaryOperator<Callee> callees) {
    return call -> call.with(callees.apply(call.callee()));
  }
}
