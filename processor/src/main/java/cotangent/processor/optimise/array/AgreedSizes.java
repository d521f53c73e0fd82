package cotangent.processor.optimise.array;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorChecks;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces one of two sizes by the other behind a check that they are the same, so that loops over
 * tensors of one shape are seen to count the same; and what checks give back by what they were
 * given, so that sizes keep the names that users know. Elements of matrices of one shape are
 * counted once, and not at all where both sizes are numbers.
 */
final class AgreedSizes extends Rewriter {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Deque<List<Value>> replaced = new ArrayDeque<>();

  /** The sizes of arrays that have been made so far, and of those that have been looped over. */
  private final Set<Value> used = new HashSet<>();

  /** How many elements there are, by rows and columns. */
  private final Map<List<Value>, Value> counted = new HashMap<>();

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
    Value size = TensorChecks.isCount(step) ? count(step) : TensorChecks.givenBack(step);
    boolean fits =
        agreed.isEmpty()
            ? size != null && TensorChecks.isCount(step)
            : agreed.stream().allMatch(pair -> pair.one() == pair.other());
    if (!fits) {
      add(inside(step));
    }
    if (size != null) {
      replace(step.results().get(0), current(size));
    }
    if (fits) {
      return;
    }
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

  /** Returns how many elements a matrix has, if that is known or was counted before; else null. */
  private @Nullable Value count(Step step) {
    List<Value> sizes = step.operands();
    if (constant(sizes.get(0)) instanceof Integer rows
        && constant(sizes.get(1)) instanceof Integer columns
        && rows >= 0
        && columns >= 0
        && (long) rows * columns <= MOST) {
      return constant(Type.INT, rows * columns);
    }
    Value before = counted.get(sizes);
    if (before != null && isVisible(before)) {
      return before;
    }
    counted.put(sizes, step.results().get(0));
    return null;
  }
}
