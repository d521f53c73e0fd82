package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.CertainUse;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks whether matrices are there where a method first uses them. Of one that is null the sizes
 * are 0, which nobody would notice; a vector has nothing but its array.
 */
final class MatrixLooks {
  private final Places places;
  private final List<List<Value>> matrices = new ArrayList<>();

  MatrixLooks(Places places) {
    this.places = places;
  }

  /**
   * Adds a matrix, unless it is handed on under other names inside of the method.
   *
   * @param leaves its sizes and its array
   * @return whether it was added
   */
  boolean add(List<Value> leaves) {
    return leaves.stream().noneMatch(this::isHandedOn) && matrices.add(leaves);
  }

  private boolean isHandedOn(Value leaf) {
    return places.users(leaf).stream()
        .anyMatch(
            step ->
                step instanceof Step.Write write && write.value() == leaf
                    || step instanceof Step.Loop loop && loop.initial().contains(leaf)
                    || step instanceof Step.While loop && loop.initial().contains(leaf)
                    || step.regions().stream().anyMatch(each -> each.yields().contains(leaf)));
  }

  /** Returns a graph with the looks. */
  Graph in(Graph graph) {
    return matrices.isEmpty()
        ? graph
        : new Graph(graph.name(), in(graph.body(), Set.of()), graph.functions());
  }

  /**
   * @param seen the arrays of the matrices that are there
   */
  private Region in(Region region, Set<Value> seen) {
    Set<Value> looked = new HashSet<>(seen);
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      for (List<Value> matrix : matrices) {
        Value array = Tensors.array(matrix);
        boolean isUsed = step.operands().stream().anyMatch(matrix::contains);
        boolean isTest =
            step instanceof Step.Apply apply && CertainUse.tested(apply.result(), places) != null;
        if (isUsed && !isTest && looked.add(array)) {
          look(b.at(step.position()), array);
        }
      }
      b.add(step.withRegions(inner -> in(inner, looked)));
    }
    return b.yield(region.yields());
  }

  private static void look(GraphBuilder b, Value array) {
    GraphBuilder nothing = new GraphBuilder().at(b.position());
    Value exception = new Value(new Type.Reference(NullPointerException.class.getName()), "");
    Callee made =
        new Callee.Member(Callee.Member.Kind.NEW, NullPointerException.class.getName(), "", true);
    nothing.call(made, List.of(exception), List.of());
    nothing.throwing(exception);
    Value isNull = b.apply(Operations.EQ, array, b.constant(array.type(), null));
    b.branch(isNull, nothing.yield(), new GraphBuilder().yield(), List.of());
  }
}
