package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets a derivative that runs a method several times take the arrays that fields hold, and that the
 * method writes to, as if they were given: then all runs but one work on copies, and the arrays are
 * left as one run leaves them. Objects in arrays are the same in every run.
 */
public final class FieldArrays {
  private final Primal primal;
  private final Graph graph;
  private final List<Step.Call> reads = new ArrayList<>();

  private FieldArrays(Primal primal) {
    this.primal = primal;
    this.graph = primal.method().graph();
    Storage storage = new Storage(graph, new Places(graph.body()), false);
    find(graph.body(), true, storage);
    graph.functions().forEach(function -> find(function.body(), false, storage));
  }

  /**
   * Makes a derivative method that runs a method several times.
   *
   * @param making makes it of a method that finds no arrays in fields that it writes to
   * @throws Refusal where such an array can't be looked up once, at the beginning
   */
  public static Method around(Primal primal, Function<Primal, Method> making) {
    FieldArrays arrays = new FieldArrays(primal);
    return arrays.reads.isEmpty() ? making.apply(primal) : arrays.method(making);
  }

  private void find(Region region, boolean isFirst, Storage storage) {
    for (Step step : region.steps()) {
      if (Outline.isFieldOfArray(step)
          && step.results().get(0).type().leaf().isScalar()
          && storage.isWrittenHere(step.results().get(0))) {
        Step.Call read = (Step.Call) step;
        boolean isOnce = isFirst && reads.stream().noneMatch(r -> isSame(r, read));
        if (!isOnce || !graph.parameters().containsAll(read.operands())) {
          Callee.Member field = (Callee.Member) read.callee();
          String name = field.owner() + "." + field.name();
          throw new Refusal(Problem.RUN_ONCE, read.position(), name);
        }
        reads.add(read);
      }
      step.regions().forEach(inner -> find(inner, false, storage));
    }
  }

  private static boolean isSame(Step.Call one, Step.Call other) {
    return one.callee().equals(other.callee());
  }

  private Method method(Function<Primal, Method> making) {
    List<Value> parameters = new ArrayList<>(graph.parameters());
    List<Port> inputs = new ArrayList<>(primal.method().inputs());
    for (Step.Call read : reads) {
      Value array = read.results().get(0);
      parameters.add(array);
      inputs.add(new Port.Leaf(array.name(), array.type()));
    }
    List<Step> steps = new ArrayList<>(graph.body().steps());
    steps.removeAll(reads);
    Region body = new Region(parameters, steps, graph.results());
    Method method = primal.method();
    Method given = method.with(new Graph(graph.name(), body, graph.functions()), inputs);
    return reading(making.apply(primal.with(given)));
  }

  /** Lets a method look up its arguments. */
  private Method reading(Method made) {
    int place = graph.parameters().size();
    List<Value> parameters = new ArrayList<>(made.graph().parameters());
    List<Port> inputs = new ArrayList<>(made.inputs());
    GraphBuilder b = new GraphBuilder();
    for (Step.Call read : reads) {
      Value array = parameters.remove(place);
      inputs.remove(primal.method().inputs().size());
      List<Value> operands =
          read.operands().stream()
              .map(operand -> parameters.get(graph.parameters().indexOf(operand)))
              .toList();
      b.add(new Step.Call(List.of(array), read.callee(), operands, read.position()));
    }
    parameters.forEach(b::parameter);
    made.graph().body().steps().forEach(b::add);
    return made.with(
        new Graph(made.graph().name(), b.yield(made.graph().results()), made.graph().functions()),
        inputs);
  }
}
