package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.PresenceRewriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Resolves tests that are settled by what ran before: an array that was read isn't null, and what a
 * loop counts lies within the array to whose length it counts.
 */
final class SettledTests extends PresenceRewriter {
  private final Deque<Set<List<Value>>> checked = new ArrayDeque<>();
  private Bounds bounds = new Bounds(this::definition);

  SettledTests() {
    super(Set.of());
    checked.push(new HashSet<>());
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operands().size() == 2 && isSettled(apply)) {
      add(new Step.Constant(apply.result(), apply.operation() == Operations.NE));
      return;
    } else if (step instanceof Step.Call call && isCheck(call) && isSettled(call)) {
      call.results().forEach(result -> replace(result, call.operands().get(0)));
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

  @Override
  protected void opened(Region region) {
    super.opened(region);
    checked.push(new HashSet<>());
  }

  @Override
  protected void closed(Region region) {
    super.closed(region);
    checked.pop();
  }

  /** Whether a call only looks whether an index is less than a size, and may return it. */
  private static boolean isCheck(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.owner().equals("java.util.Objects")
        && member.name().equals("checkIndex")
        && member.attempted() == null;
  }

  /** Whether an index is certainly less than a size; if it isn't, it is after this. */
  private boolean isSettled(Step.Call check) {
    Value index = check.operands().get(0);
    Value size = check.operands().get(1);
    return bounds.isAtLeast(index, 0) && bounds.isBelow(index, size)
        || checked.stream().anyMatch(each -> each.contains(check.operands()))
        || !checked.element().add(check.operands());
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
