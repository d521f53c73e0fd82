package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows what the functions of a graph become in reverse mode: two halves each, or one function that
 * computes value and derivatives at once, where the cotangent is known before the call. So a
 * recursion of depth n costs O(n), and a helper is written once, however often it is called.
 */
final class ReverseFunctions implements CalledHalves {

  /** The endings of the names of what functions become. */
  static final List<String> SUFFIXES =
      Stream.of(DerivedName.FORWARD, DerivedName.BACKWARD, DerivedName.AT_ONCE)
          .map(DerivedName::ending)
          .toList();

  private final Graph graph;
  private final Activity activity;
  private final Shadows shadows;
  private final Map<String, Checkpoints.Block> blocks;
  private final Set<String> recursive;
  private boolean recursiveRunAtOnce = true; // as is tried first
  private final Map<String, FunctionHalves.Halves> halves = new HashMap<>();
  private final Map<Step.Call, List<Value>> returned = new IdentityHashMap<>();
  private final Reversal whole;
  private final Set<String> halved = new HashSet<>();
  private boolean isSettled;

  /**
   * @param graph with the shadows
   * @param blocks the functions that are rounds of loops with checkpoints
   * @param orders how loops are reversed without checkpoints
   * @param counts whether the results certainly count: their cotangents are not given, and zero
   */
  ReverseFunctions(
      Graph graph,
      Activity activity,
      Shadows shadows,
      Map<String, Checkpoints.Block> blocks,
      RoundOrders orders,
      boolean counts) {
    this.graph = graph;
    this.activity = activity;
    this.shadows = shadows;
    this.blocks = blocks;
    this.recursive = CalledFunctions.recursive(graph);
    ReachingCalls reaching = new ReachingCalls(graph, recursive, activity.extremes(), counts);
    this.whole = new Reversal(graph, activity, shadows, orders, reaching, this);
    this.recursiveRunAtOnce = canRunAtOnce();
  }

  @Override
  public boolean isRecursive(String name) {
    return recursive.contains(name);
  }

  @Override
  public boolean runsAtOnce(Step.Call call) {
    if (!(call.callee() instanceof Callee.Function function)
        || recursive.contains(function.name())) {
      return recursiveRunAtOnce;
    } else if (blocks.containsKey(function.name())) {
      return false;
    }
    return shadows.pass(call) || !isSettled || !halved.contains(function.name());
  }

  /**
   * Ends the first run: where some calls of a function need its halves, it isn't written a third
   * time for the others.
   */
  void settle() {
    isSettled = true;
  }

  @Override
  public List<Integer> taken(String name) {
    halved.add(name);
    Graph function = shadowed(name);
    return recursive.contains(name)
        ? IntStream.range(0, function.parameters().size()).boxed().toList()
        : halves(function).takes();
  }

  @Override
  public List<Value> returned(Step.Call call) {
    String name = ((Callee.Function) call.callee()).name();
    return recursive.contains(name)
        ? List.of()
        : returned.computeIfAbsent(
            call,
            c ->
                halves(shadowed(name)).kept().stream()
                    .map(value -> new Value(value.type(), value.name()))
                    .toList());
  }

  @Override
  public List<Integer> summed(Graph function) {
    Checkpoints.Block block = blocks.get(function.name());
    return block == null
        ? List.of()
        : IntStream.range(block.captured(), function.parameters().size())
            .filter(place -> activity.isActiveNumber(function.parameters().get(place)))
            .boxed()
            .toList();
  }

  @Override
  public boolean takesShadow(Graph function, int result) {
    Value value = function.results().get(result);
    return blocks.containsKey(function.name()) && value.type().isArray() && shadows.has(value);
  }

  private FunctionHalves.Halves halves(Graph function) {
    FunctionHalves.Halves known = halves.get(function.name());
    if (known == null) {
      Checkpoints.Block block = blocks.get(function.name());
      if (block != null) {
        known = new Rounds(whole, function).halves(block);
      } else if (recursive.contains(function.name())) {
        known = FunctionHalves.taped(whole, function);
      } else {
        known = FunctionHalves.returning(whole, function);
      }
      halves.put(function.name(), known);
    }
    return known;
  }

  private Graph shadowed(String name) {
    return graph.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Tries it: the functions are written as if the calls in them ran at once too. */
  private boolean canRunAtOnce() {
    try {
      graph.functions().stream()
          .filter(function -> recursive.contains(function.name()))
          .filter(function -> activity.isActiveFunction(function.name()))
          .forEach(this::atOnce);
      return true;
    } catch (Keep.NeedsTape needed) {
      return false;
    }
  }

  /** Returns what all bodies share, among them those of functions. */
  Reversal whole() {
    return whole;
  }

  /**
   * Returns the functions that steps call, and those that these call. They are copies, since
   * several are made of the same steps.
   */
  List<Graph> functions(List<Step> steps) {
    Map<String, Graph> functions = new LinkedHashMap<>();
    collect(steps, functions);
    return GraphCopy.functions(functions.values());
  }

  private void collect(List<Step> steps, Map<String, Graph> functions) {
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        call.callee()
            .functions()
            .filter(name -> !functions.containsKey(name))
            .forEach(name -> collect(name, functions));
      }
      step.regions().forEach(region -> collect(region.steps(), functions));
    }
  }

  private void collect(String name, Map<String, Graph> functions) {
    List<Graph> added = derived(name);
    added.forEach(function -> functions.put(function.name(), function));
    added.forEach(function -> collect(function.body().steps(), functions));
  }

  private List<Graph> derived(String name) {
    for (Graph function : graph.functions()) {
      if (name.equals(function.name())) {
        return List.of(activity.function(name));
      } else if (name.equals(DerivedName.AT_ONCE.of(function.name()))) {
        return List.of(atOnce(function));
      } else if (name.equals(DerivedName.FORWARD.of(function.name()))
          || name.equals(DerivedName.BACKWARD.of(function.name()))) {
        FunctionHalves.Halves both = halves(function);
        return List.of(both.forward(), both.backward());
      }
    }
    throw new IllegalStateException("no function " + name);
  }

  private Graph atOnce(Graph function) {
    Recomputing.Necessary necessary = new Recomputing.Necessary();
    atOnce(function, necessary);
    necessary.settle();
    return atOnce(function, necessary);
  }

  private Graph atOnce(Graph function, Recomputing.Necessary necessary) {
    OneBody both = new OneBody(whole, function, necessary);
    activity.function(function.name()).results().stream()
        .filter(result -> activity.isActiveNumber(result))
        .forEach(both::take);
    both.reverse();
    both.write();
    List<Value> yields = new ArrayList<>(function.body().yields());
    yields.addAll(both.derivatives());
    return new Graph(
        DerivedName.AT_ONCE.of(function.name()), both.builder().yield(yields), List.of());
  }
}
