package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.PresenceRewriter;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Set;

/**
 * Writes out in Java's own operations what was noted for further derivatives, once all derivatives
 * are taken.
 */
public final class WrittenOut extends PresenceRewriter {
  private WrittenOut(Set<Value> given) {
    super(given);
  }

  /**
   * Returns the graph in Java's own operations.
   *
   * @param present the parameters that are certainly not null
   */
  public static Graph in(Graph graph, Set<Value> present) {
    Graph plain = new WrittenOut(present).rewrite(graph);
    List<Graph> functions =
        graph.functions().stream()
            .map(function -> new WrittenOut(Set.of()).rewrite(function))
            .toList();
    return new Graph(plain.name(), plain.body(), functions);
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.SEEN_AS) {
      replace(apply.result(), apply.operands().get(0));
    } else if (step instanceof Step.Apply apply
        && apply.operation() == Operations.UNLESS_ZERO
        && apply.operands().get(0) == apply.operands().get(1)) {
      replace(apply.result(), apply.operands().get(0));
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.UNLESS_ZERO) {
      Value weight = apply.operands().get(0);
      Value isZero = apply(Operations.EQ, Position.NONE, weight, unassigned(weight.type()));
      Value zero = unassigned(apply.result().type());
      List<Value> choice = List.of(isZero, zero, apply.operands().get(1));
      add(new Step.Apply(apply.result(), Operations.SELECT, choice, apply.position()));
    } else if (step instanceof Step.ZerosLike zeros
        && zeros.array().type().rank() == 1
        && present().contains(zeros.array())) {
      Value length = apply(Operations.LENGTH, Position.NONE, zeros.array());
      add(new Step.NewArray(zeros.result(), List.of(length), Position.NONE));
      present().made(step);
    } else if (step instanceof Step.Call call && isStop(call)) {
      replace(call.results().get(0), call.operands().get(0));
    } else if (step instanceof Step.Apply apply && isMade(apply) && asksForPresent(apply)) {
      add(new Step.Constant(apply.result(), apply.operation() == Operations.NE));
    } else {
      add(inside(step));
      present().made(step);
      present().passed(step);
    }
  }

  /** Whether a number is only kept from being differentiated. */
  private static boolean isStop(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.isStop()
        && call.operands().get(0).type().isScalar();
  }
}
