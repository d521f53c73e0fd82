package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.Places;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes two functions of each recursive one: a forward half that pushes what will be needed on a
 * tape, and a backward half that takes it back, so that a recursion of depth n costs O(n).
 */
final class ReverseFunction {
  static final String FORWARD = "Forward";
  static final String BACKWARD = "Backward";
  static final String AT_ONCE = "Grad";

  /** What the names end in of what is made of functions. */
  static final List<String> SUFFIXES = List.of(FORWARD, BACKWARD, AT_ONCE);

  private final Graph graph;
  private final Activity activity;
  private final Shadows shadows;
  private final boolean runAtOnce;

  /**
   * @param graph with the shadows
   */
  ReverseFunction(Graph graph, Activity activity, Shadows shadows) {
    this.graph = graph;
    this.activity = activity;
    this.shadows = shadows;
    this.runAtOnce = canRunAtOnce();
  }

  /** Thrown where a function can't do without a tape. */
  static final class NeedsTape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeedsTape() {
      super(null, null, false, false);
    }
  }

  /**
   * Tells whether calls can compute the value and the derivatives in one go, where the cotangent is
   * known before the call.
   */
  boolean runAtOnce() {
    return runAtOnce;
  }

  private boolean canRunAtOnce() {
    try {
      graph.functions().stream()
          .filter(function -> activity.isActiveFunction(function.name()))
          .forEach(this::atOnce);
      return true;
    } catch (NeedsTape needed) {
      return false;
    }
  }

  /**
   * Gives the functions that steps call, and those that these call. They are copies, since several
   * are made of the same steps.
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
      } else if (name.equals(function.name() + AT_ONCE)) {
        return List.of(atOnce(function));
      } else if (name.equals(function.name() + FORWARD)
          || name.equals(function.name() + BACKWARD)) {
        return halves(function);
      }
    }
    throw new IllegalStateException("no function " + name);
  }

  private Graph atOnce(Graph function) {
    Keep.Necessary necessary = new Keep.Necessary();
    atOnce(function, necessary);
    necessary.settle();
    return atOnce(function, necessary);
  }

  private Graph atOnce(Graph function, Keep.Necessary necessary) {
    Region body = function.body();
    Places places = new Places(body);
    Storage storage = new Storage(graph, places, true);
    Analysis analysis = new Analysis(body, places, storage, activity, shadows, false, true);
    Kept kept = new Kept();
    Keep keep = new Keep(analysis, kept, necessary, Keep.Where.ARRAYS, null);
    GraphBuilder b = new GraphBuilder();
    body.parameters().forEach(b::parameter);
    GraphBuilder main = new GraphBuilder();
    Cotangents cotangents = new Cotangents(null);
    for (Value result : activity.function(function.name()).results()) {
      if (isActiveNumber(result, activity)) {
        Value seed = b.parameter(result.type(), Cotangents.name(result));
        analysis.known().add(seed);
        cotangents.add(result, seed, new Formula(main));
      }
    }
    keep.openLive(body);
    new Backward(analysis, kept, keep, main, cotangents).through(body);
    new ForwardHalf(analysis, kept, null).steps(body, b);
    main.steps().forEach(b::add);
    List<Value> yields = new ArrayList<>(body.yields());
    for (Value parameter : activity.function(function.name()).parameters()) {
      if (isActiveNumber(parameter, activity)) {
        yields.add(cotangents.get(parameter, new Formula(b)));
      }
    }
    return new Graph(function.name() + AT_ONCE, b.yield(yields), List.of());
  }

  static boolean takesTape(Graph function) {
    return function.parameters().stream().anyMatch(value -> value.type().equals(Type.TAPE));
  }

  static boolean isActiveNumber(Value value, Activity activity) {
    return value.type().isReal() && activity.isActive(value);
  }

  /** Turns a call of a function into one that computes the derivatives too. */
  static Step callAtOnce(Step.Call call, Kept.Fusion fusion) {
    String name = ((Callee.Function) call.callee()).name();
    List<Value> operands = new ArrayList<>(call.operands());
    operands.addAll(fusion.initial());
    List<Value> results = new ArrayList<>(call.results());
    results.addAll(fusion.results());
    return new Step.Call(results, new Callee.Function(name + AT_ONCE), operands, call.position());
  }

  /** Turns a call of a function into one of its forward half. */
  static Step forwardCall(Step.Call call, Value tape) {
    String name = ((Callee.Function) call.callee()).name();
    List<Value> operands = new ArrayList<>(call.operands());
    operands.add(tape);
    return new Step.Call(
        call.results(), new Callee.Function(name + FORWARD), operands, call.position());
  }

  private List<Graph> halves(Graph function) {
    Keep.Necessary necessary = new Keep.Necessary();
    halves(function, necessary, new Kept());
    necessary.settle();
    Kept kept = new Kept();
    int known;
    List<Graph> halves;
    do {
      known = kept.countPushed();
      kept = new Kept(kept);
      halves = halves(function, necessary, kept);
    } while (kept.countPushed() > known);
    return halves;
  }

  private List<Graph> halves(Graph function, Keep.Necessary necessary, Kept kept) {
    Region body = function.body();
    Places places = new Places(body);
    Storage storage = new Storage(graph, places, true);
    Analysis analysis = new Analysis(body, places, storage, activity, shadows, false, false);
    Value tape = new Value(Type.TAPE, "tape");
    Keep keep = new Keep(analysis, kept, necessary, Keep.Where.TAPE, tape);

    GraphBuilder prologue = new GraphBuilder();
    body.parameters().forEach(prologue::parameter);
    GraphBuilder main = new GraphBuilder();
    Formula f = new Formula(main);
    Cotangents cotangents = new Cotangents(null);
    for (Value result : activity.function(function.name()).results()) {
      if (isActiveNumber(result, activity)) {
        Value seed = prologue.parameter(result.type(), Cotangents.name(result));
        cotangents.add(result, seed, f);
      }
    }
    prologue.parameter(tape);
    keep.openFunction(body, prologue);
    new Backward(analysis, kept, keep, main, cotangents).through(body);
    main.steps().forEach(prologue::add);
    List<Value> derivatives =
        activity.function(function.name()).parameters().stream()
            .filter(value -> isActiveNumber(value, activity))
            .map(value -> cotangents.get(value, new Formula(prologue)))
            .toList();

    GraphBuilder forward = new GraphBuilder();
    body.parameters().forEach(forward::parameter);
    forward.parameter(tape);
    new ForwardHalf(analysis, kept, tape).steps(body, forward);
    return List.of(
        new Graph(function.name() + FORWARD, forward.yield(body.yields()), List.of()),
        new Graph(function.name() + BACKWARD, prologue.yield(derivatives), List.of()));
  }
}
