package cotangent.processor.derive;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes two functions of each recursive one: a forward half that pushes what will be needed on a
 * tape, and a backward half that takes it back, so that a recursion of depth n costs O(n).
 */
final class ReverseFunction {
  static final String FORWARD = "Forward";
  static final String BACKWARD = "Backward";

  private final Graph graph;
  private final Activity activity;
  private final Shadows shadows;

  /**
   * @param graph with the shadows
   */
  ReverseFunction(Graph graph, Activity activity, Shadows shadows) {
    this.graph = graph;
    this.activity = activity;
    this.shadows = shadows;
  }

  boolean needsTape() {
    return graph.functions().stream().anyMatch(f -> activity.isActiveFunction(f.name()));
  }

  /** Gives the functions of the derived graph. */
  List<Graph> functions() {
    List<Graph> functions = new ArrayList<>();
    for (Graph function : graph.functions()) {
      if (activity.isActiveFunction(function.name())) {
        Keep.Necessary necessary = new Keep.Necessary();
        halves(function, necessary);
        necessary.settle();
        functions.addAll(halves(function, necessary));
      } else {
        functions.add(activity.function(function.name()));
      }
    }
    return functions;
  }

  static boolean isActiveNumber(Value value, Activity activity) {
    return value.type().isReal() && activity.isActive(value);
  }

  /** Turns a call of a function into one of its forward half. */
  static Step forwardCall(Step.Call call, Value tape) {
    String name = ((Callee.Function) call.callee()).name();
    List<Value> operands = new ArrayList<>(call.operands());
    operands.add(tape);
    return new Step.Call(
        call.results(), new Callee.Function(name + FORWARD), operands, call.position());
  }

  private List<Graph> halves(Graph function, Keep.Necessary necessary) {
    Region body = function.body();
    Places places = new Places(body);
    Storage storage = new Storage(graph, places, true);
    Analysis analysis = new Analysis(body, places, storage, activity, shadows);
    Kept kept = new Kept();
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
