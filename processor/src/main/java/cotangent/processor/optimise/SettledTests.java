package cotangent.processor.optimise;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Dereferences;
import cotangent.processor.op.Operations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers tests that what ran before has settled: an array that was read isn't null, and what a
 * loop counts lies within the array to whose length it counts.
 */
final class SettledTests extends Rewriter {
  private final Deque<Set<Value>> present = new ArrayDeque<>();
  private Bounds bounds = new Bounds(this::definition);

  @Override
  void opened(Region region) {
    present.push(new HashSet<>());
  }

  @Override
  void closed(Region region) {
    present.pop();
  }

  @Override
  void rewrite(Step step) {
    if (step instanceof Step.Apply apply && apply.operands().size() == 2 && isSettled(apply)) {
      add(new Step.Constant(apply.result(), apply.operation() == Operations.NE));
      return;
    }
    if (step instanceof Step.Loop loop) {
      bounds = bounds.inside(loop);
      add(inside(step));
      bounds = bounds.outside();
    } else {
      add(inside(step));
    }
    if (step instanceof Step.NewArray || step instanceof Step.Clone) {
      present.getFirst().addAll(step.results());
    }
    if (!isMade(step)) {
      present.getFirst().addAll(Dereferences.of(step));
    }
  }

  private boolean isSettled(Step.Apply test) {
    Operation operation = test.operation();
    Value first = test.operands().get(0);
    Value second = test.operands().get(1);
    if (operation == Operations.EQ || operation == Operations.NE) {
      return isNull(second) && isPresent(first)
          || isNull(first) && isPresent(second)
          || isZero(second) && bounds.isAtLeast(first, 1);
    } else if (operation == Operations.LT) {
      return isZero(second) && bounds.isAtLeast(first, 0);
    }
    return operation == Operations.GE && bounds.isBelow(first, second);
  }

  private boolean isNull(Value value) {
    return definition(value) instanceof Step.Constant constant && constant.value() == null;
  }

  private boolean isZero(Value value) {
    return Integer.valueOf(0).equals(constant(value));
  }

  private boolean isPresent(Value array) {
    return present.stream().anyMatch(known -> known.contains(array));
  }
}
