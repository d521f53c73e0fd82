package cotangent.processor.read.call;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes the arrays of matrices apart that a companion's method makes last of all, such as the
 * Jacobian by a matrix: into one array for each part of a matrix, as arrays are held in a method.
 */
final class MatrixArrays {
  private static final List<Type> COLUMNS =
      List.of(Type.array(Type.INT), Type.array(Type.INT), Type.array(Type.array(Type.DOUBLE)));

  private final Map<Value, List<Value>> columns = new HashMap<>();
  private final Map<Value, List<Value>> matrices = new HashMap<>();

  private MatrixArrays() {}

  /** Returns a graph with the parts of those among its results. */
  static Graph apart(Graph graph) {
    Graph present = present(graph);
    if (present.results().stream().map(Value::type).noneMatch(MatrixArrays::areTensors)) {
      return present;
    }
    Region body = new MatrixArrays().in(present.body());
    return new Graph(graph.name(), body, graph.functions());
  }

  /** Returns a graph that makes Jacobians in any case: of a vector that is null there is none. */
  private static Graph present(Graph graph) {
    GraphBuilder b = new GraphBuilder();
    graph.parameters().forEach(b::parameter);
    Map<Value, Value> made = new HashMap<>();
    for (Step step : graph.body().steps()) {
      if (step instanceof Step.Branch branch
          && branch.results().size() == 1
          && Component.isTensor(branch.results().get(0).type().leaf())) {
        branch.otherwise().steps().forEach(b::add);
        made.put(branch.results().get(0), branch.otherwise().yields().get(0));
      } else {
        b.add(step);
      }
    }
    List<Value> results =
        graph.results().stream().map(each -> made.getOrDefault(each, each)).toList();
    return made.isEmpty() ? graph : new Graph(graph.name(), b.yield(results), graph.functions());
  }

  /** Whether a type is that of an array of tensors. */
  static boolean areTensors(Type type) {
    return type.isArray() && Component.isTensor(type.leaf());
  }

  private Region in(Region region) {
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      if (step instanceof Step.NewArray made && isOne(made.result().type())) {
        List<Value> parts = new ArrayList<>();
        COLUMNS.forEach(type -> parts.add(b.newArray("", type, made.lengths().get(0))));
        columns.put(made.result(), parts);
      } else if (step instanceof Step.Call call && isWrapped(call)) {
        matrices.put(call.results().get(0), call.operands());
      } else if (step instanceof Step.Write write && matrices.containsKey(write.value())) {
        List<Value> parts = matrices.get(write.value());
        List<Value> arrays = Objects.requireNonNull(columns.get(write.array()));
        for (int i = 0; i < parts.size(); i++) {
          b.write(arrays.get(i), write.index(), parts.get(i));
        }
      } else {
        b.add(step.withRegions(this::in));
      }
    }
    return b.yield(
        region.yields().stream()
            .flatMap(value -> columns.getOrDefault(value, List.of(value)).stream())
            .toList());
  }

  private static boolean isOne(Type type) {
    return areTensors(type) && type.rank() == 1;
  }

  private static boolean isWrapped(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.name().equals("wrap")
        && call.operands().size() == COLUMNS.size()
        && Component.isTensor(call.results().get(0).type());
  }
}
