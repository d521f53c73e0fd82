package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How methods take a workspace, and hand it on to the functions that take one. */
final class Lending {
  static final Type WORKSPACE = new Type.Reference("cotangent.Workspace");

  private Lending() {}

  /** Returns the inputs of a method that takes a workspace before its own. */
  static List<Port> taking(List<Port> inputs) {
    List<Port> all = new ArrayList<>(List.of(new Port.Leaf(freeName(inputs), WORKSPACE)));
    all.addAll(inputs);
    return all;
  }

  private static String freeName(List<Port> inputs) {
    Set<String> taken = new HashSet<>();
    inputs.forEach(input -> taken.add(input.name()));
    String name = "workspace";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** Returns a function that takes a workspace and hands it on. */
  static Graph function(Graph function, Value workspace, Set<String> takers) {
    GraphBuilder body = new GraphBuilder();
    body.parameter(workspace);
    function.parameters().forEach(body::parameter);
    lend(function.body(), workspace, takers, body);
    return new Graph(function.name(), body.yield(function.results()), List.of());
  }

  private static void lend(Region region, Value workspace, Set<String> takers, GraphBuilder b) {
    for (Step step : region.steps()) {
      if (takes(step, takers)) {
        b.add(to((Step.Call) step, workspace));
      } else {
        b.add(
            step.withRegions(
                inner -> {
                  GraphBuilder own = new GraphBuilder();
                  inner.parameters().forEach(own::parameter);
                  lend(inner, workspace, takers, own);
                  return own.yield(inner.yields());
                }));
      }
    }
  }

  /** Whether a step calls a function that takes a workspace. */
  static boolean takes(Step step, Set<String> takers) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Function function
        && takers.contains(function.name());
  }

  /** Hands the workspace on to a function. */
  static Step to(Step.Call call, Value workspace) {
    List<Value> operands = new ArrayList<>(List.of(workspace));
    operands.addAll(call.operands());
    return new Step.Call(call.results(), call.callee(), operands, call.position());
  }
}
