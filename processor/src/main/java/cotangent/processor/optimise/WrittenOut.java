package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes out in Java's own operations what was noted for the sake of further derivatives, when all
 * derivatives are taken.
 */
public final class WrittenOut extends Rewriter {
  private final Set<Value> present;
  private final Deque<Set<Value>> lookedAt = new ArrayDeque<>();

  private WrittenOut(Set<Value> present) {
    this.present = present;
  }

  @Override
  void opened(Region region) {
    lookedAt.push(new HashSet<>());
  }

  @Override
  void closed(Region region) {
    lookedAt.pop();
  }

  /**
   * Gives the graph in Java's own operations.
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
  void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.SEEN_AS) {
      replace(apply.result(), apply.operands().get(0));
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.UNLESS_ZERO) {
      Value weight = apply.operands().get(0);
      Value isZero = apply(Operations.EQ, Position.NONE, weight, unassigned(weight.type()));
      Value zero = unassigned(apply.result().type());
      List<Value> choice = List.of(isZero, zero, apply.operands().get(1));
      add(new Step.Apply(apply.result(), Operations.SELECT, choice, apply.position()));
    } else if (step instanceof Step.ZerosLike zeros
        && zeros.array().type().rank() == 1
        && isPresent(zeros.array())) {
      Value length = apply(Operations.LENGTH, Position.NONE, zeros.array());
      add(new Step.NewArray(zeros.result(), List.of(length), Position.NONE));
    } else if (step instanceof Step.Apply apply && isMade(apply) && asksForPresent(apply)) {
      add(new Step.Constant(apply.result(), apply.operation() == Operations.NE));
    } else {
      add(inside(step));
      lookAt(step);
    }
  }

  /** Notes the arrays that a step looks at: after it, they are certainly not null. */
  private void lookAt(Step step) {
    if (step instanceof Step.Read read) {
      note(read.array());
    } else if (step instanceof Step.Write write) {
      note(write.array());
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH) {
      note(apply.operands().get(0));
    }
  }

  private void note(Value array) {
    lookedAt.getFirst().add(array);
  }

  private boolean asksForPresent(Step.Apply apply) {
    return (apply.operation() == Operations.EQ || apply.operation() == Operations.NE)
        && apply.operands().get(0).type().isArray()
        && isPresent(apply.operands().get(0))
        && definition(apply.operands().get(1)) instanceof Step.Constant;
  }

  private boolean isPresent(Value array) {
    Step made = definition(array);
    return present.contains(array)
        || lookedAt.stream().anyMatch(values -> values.contains(array))
        || made instanceof Step.NewArray
        || made instanceof Step.Clone
        || made instanceof Step.ZerosLike zeros && isPresent(zeros.array());
  }
}
