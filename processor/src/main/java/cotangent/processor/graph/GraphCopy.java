package cotangent.processor.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the steps of a graph once more, with values of their own, since a value may be computed in
 * one place only.
 */
public final class GraphCopy implements Step.Cases<Step> {
  private final Map<Value, Value> copies = new HashMap<>();
  private final UnaryOperator<Callee> callees;
  private final Map<String, Graph> inPlace;

  private GraphCopy(UnaryOperator<Callee> callees) {
    this(callees, Map.of());
  }

  private GraphCopy(UnaryOperator<Callee> callees, Map<String, Graph> inPlace) {
    this.callees = callees;
    this.inPlace = inPlace;
  }

  /**
   * Writes functions in the place of their calls.
   *
   * @param functions those to write there, by name; none calls itself
   */
  public static Graph withInPlace(Graph graph, Map<String, Graph> functions) {
    GraphCopy copy = new GraphCopy(callee -> callee, functions);
    graph.parameters().forEach(parameter -> copy.copies.put(parameter, parameter));
    GraphBuilder body = new GraphBuilder();
    graph.parameters().forEach(body::parameter);
    graph.body().steps().forEach(step -> copy.copy(step, body));
    List<Graph> left =
        graph.functions().stream().filter(f -> !functions.containsKey(f.name())).toList();
    return new Graph(graph.name(), body.yield(copy.uses(graph.results())), left);
  }

  private void copy(Step step, GraphBuilder into) {
    Graph function =
        step instanceof Step.Call call && call.callee() instanceof Callee.Function callee
            ? inPlace.get(callee.name())
            : null;
    if (function == null) {
      into.add(step.match(this));
      return;
    }
    GraphCopy inner = new GraphCopy(callees, inPlace);
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
    return inline(graph, arguments, into, callee -> callee);
  }

  /**
   * Writes the body of a graph into a region.
   *
   * @param callees gives what is called instead
   */
  public static List<Value> inline(
      Graph graph, List<Value> arguments, GraphBuilder into, UnaryOperator<Callee> callees) {
    GraphCopy copy = new GraphCopy(callees);
    for (int i = 0; i < arguments.size(); i++) {
      copy.copies.put(graph.parameters().get(i), arguments.get(i));
    }
    graph.body().steps().forEach(step -> into.add(step.match(copy)));
    return copy.uses(graph.results());
  }

  /** Copies functions. */
  public static List<Graph> functions(Collection<Graph> functions) {
    return functions.stream().map(f -> function(f.name(), f, callee -> callee)).toList();
  }

  /** Copies a function. */
  public static Graph function(String name, Graph function, UnaryOperator<Callee> callees) {
    return new Graph(name, new GraphCopy(callees).region(function.body()), List.of());
  }

  private Value made(Value value) {
    Value copy = new Value(value.type(), value.name());
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

  @Override
  public Step constant(Step.Constant step) {
    return new Step.Constant(made(step.result()), step.value());
  }

  @Override
  public Step apply(Step.Apply step) {
    return new Step.Apply(
        made(step.result()), step.operation(), uses(step.operands()), step.position());
  }

  @Override
  public Step call(Step.Call step) {
    return new Step.Call(
        made(step.results()), callees.apply(step.callee()), uses(step.operands()), step.position());
  }

  @Override
  public Step newArray(Step.NewArray step) {
    return new Step.NewArray(
        made(step.result()), uses(step.lengths()), step.cleared(), step.position());
  }

  @Override
  public Step zerosLike(Step.ZerosLike step) {
    return new Step.ZerosLike(made(step.result()), use(step.array()));
  }

  @Override
  public Step clone(Step.Clone step) {
    return new Step.Clone(made(step.result()), use(step.array()), step.position());
  }

  @Override
  public Step read(Step.Read step) {
    return new Step.Read(
        made(step.result()), use(step.array()), use(step.index()), step.position());
  }

  @Override
  public Step write(Step.Write step) {
    return new Step.Write(use(step.array()), use(step.index()), use(step.value()), step.position());
  }

  @Override
  public Step copy(Step.Copy step) {
    return new Step.Copy(
        use(step.source()),
        use(step.from()),
        use(step.target()),
        use(step.to()),
        use(step.length()),
        step.position());
  }

  @Override
  public Step fill(Step.Fill step) {
    return new Step.Fill(
        use(step.array()), use(step.from()), use(step.to()), use(step.value()), step.position());
  }

  @Override
  public Step push(Step.Push step) {
    return new Step.Push(use(step.tape()), use(step.value()));
  }

  @Override
  public Step pop(Step.Pop step) {
    return new Step.Pop(made(step.result()), use(step.tape()));
  }

  @Override
  public Step branch(Step.Branch step) {
    return new Step.Branch(
        made(step.results()),
        use(step.condition()),
        region(step.then()),
        region(step.otherwise()),
        step.position());
  }

  @Override
  public Step loop(Step.Loop step) {
    return new Step.Loop(
        made(step.results()),
        use(step.from()),
        use(step.to()),
        step.stride(),
        uses(step.initial()),
        region(step.body()),
        step.position());
  }

  @Override
  public Step whileLoop(Step.While step) {
    return new Step.While(
        made(step.results()),
        uses(step.initial()),
        region(step.before()),
        region(step.after()),
        step.position());
  }

  @Override
  public Step throwing(Step.Throw step) {
    return new Step.Throw(use(step.exception()), step.position());
  }
}
