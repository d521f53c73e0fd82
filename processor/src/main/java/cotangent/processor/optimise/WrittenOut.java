package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/**
 * Writes out in Java's own operations what was noted for the sake of further derivatives, when all
 * derivatives are taken.
 */
public final class WrittenOut extends Rewriter {
  private WrittenOut() {}

  /** Gives the graph in Java's own operations. */
  public static Graph in(Graph graph) {
    Graph plain = new WrittenOut().rewrite(graph);
    List<Graph> functions =
        graph.functions().stream().map(function -> new WrittenOut().rewrite(function)).toList();
    return new Graph(plain.name(), plain.body(), functions);
  }

  @Override
  void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.SEEN_AS) {
      replace(apply.result(), apply.operands().get(0));
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.UNLESS_ZERO) {
      Value weight = apply.operands().get(0);
      Value isZero = apply(Operations.EQ, Position.NONE, weight, unassigned(weight.type()));
      Value zero = unassigned(apply.result().type());
      List<Value> choice = List.of(isZero, zero, apply.operands().get(1));
      add(new Step.Apply(apply.result(), Operations.SELECT, choice, apply.position()));
    } else {
      add(inside(step));
    }
  }
}
