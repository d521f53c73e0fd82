package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.PresenceRewriter;
import java.util.List;
import java.util.Set;

/**
 * Resolves tests that are settled by what ran before: an array that was read isn't null, and what a
 * loop counts lies within the array to whose length it counts.
 */
final class SettledTests extends PresenceRewriter {
  private Bounds bounds = new Bounds(this::definition);

  SettledTests() {
    super(Set.of());
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operands().size() == 2 && isSettled(apply)) {
      add(new Step.Constant(apply.result(), apply.operation() == Operations.NE));
      return;
    } else if (step instanceof Step.Call call && isCheck(call) && isInside(call.operands())) {
      replace(call.results().get(0), call.operands().get(0));
      return;
    }
    if (step instanceof Step.Loop loop) {
      bounds = bounds.inside(loop);
      add(inside(step));
      bounds = bounds.outside();
    } else {
      add(inside(step));
    }
    present().made(step);
    if (!isMade(step)) {
      present().passed(step);
    }
  }

  /** Whether a call only looks whether an index is less than a size, and returns it. */
  private static boolean isCheck(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.owner().equals("java.util.Objects")
        && member.name().equals("checkIndex")
        && member.attempted() == null
        && call.results().size() == 1;
  }

  private boolean isInside(List<Value> indexAndSize) {
    return bounds.isAtLeast(indexAndSize.get(0), 0)
        && bounds.isBelow(indexAndSize.get(0), indexAndSize.get(1));
  }

  private boolean isSettled(Step.Apply test) {
    Operation operation = test.operation();
    Value first = test.operands().get(0);
    Value second = test.operands().get(1);
    if (operation == Operations.EQ || operation == Operations.NE) {
      return asksForPresent(test) || isZero(second) && bounds.isAtLeast(first, 1);
    } else if (operation == Operations.LT) {
      return isZero(second) && bounds.isAtLeast(first, 0);
    }
    return operation == Operations.GE && bounds.isBelow(first, second);
  }

  private boolean isZero(Value value) {
    return Integer.valueOf(0).equals(constant(value));
  }
}
