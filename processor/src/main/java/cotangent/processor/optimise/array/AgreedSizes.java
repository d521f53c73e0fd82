package cotangent.processor.optimise.array;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorChecks;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces one of two sizes by the other behind a check that they are the same, so that loops over
 * tensors of one shape are seen to count the same.
 */
final class AgreedSizes extends Rewriter {
  private final Deque<List<Value>> replaced = new ArrayDeque<>();

  /** The sizes of arrays that have been made so far, and of those that have been looped over. */
  private final Set<Value> used = new HashSet<>();

  @Override
  protected void opened(Region region) {
    replaced.push(new ArrayList<>());
  }

  @Override
  protected void closed(Region region) {
    forgetReplacements(replaced.pop());
  }

  @Override
  protected void rewrite(Step step) {
    List<TensorChecks.Agreed> agreed = TensorChecks.agreed(step);
    if (!agreed.isEmpty() && agreed.stream().allMatch(pair -> pair.one() == pair.other())) {
      return;
    }
    add(inside(step));
    agreed.forEach(pair -> agree(current(pair.one()), current(pair.other())));
    if (step instanceof Step.NewArray || step instanceof Step.Loop) {
      used.addAll(step.operands());
    } else if (TensorKernels.isKernel(step)) {
      used.addAll(TensorKernels.lengths(step, this::constant));
    }
  }

  private void agree(Value one, Value other) {
    boolean isOther = constant(other) != null || used.contains(other) && !used.contains(one);
    Value kept = isOther ? other : one;
    Value dropped = kept == one ? other : one;
    if (kept != dropped && constant(dropped) == null) {
      replace(dropped, kept);
      replaced.getFirst().add(dropped);
    }
  }
}
