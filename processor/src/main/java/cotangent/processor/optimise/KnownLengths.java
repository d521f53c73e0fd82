package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the lengths of arrays, to prove that an access can't throw. What has been read
 * or written without an exception says that an array is at least so long.
 */
final class KnownLengths {
  private final LocalArrays arrays;
  private final @Nullable KnownLengths outer;
  private final Map<Value, Value> lengths;
  private final Map<Value, Integer> least = new HashMap<>();

  KnownLengths(Graph graph, LocalArrays arrays) {
    this.arrays = arrays;
    outer = null;
    lengths = new HashMap<>();
    enter(graph.body());
  }

  /** Knows what is known already, and may learn more for itself. */
  KnownLengths(KnownLengths outer) {
    this.outer = outer;
    arrays = outer.arrays;
    lengths = outer.lengths;
  }

  private void enter(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH) {
        lengths.putIfAbsent(apply.operands().get(0), apply.result());
        least.put(apply.result(), 0);
      } else if (step instanceof Step.NewArray array) {
        lengths.put(array.result(), array.lengths().get(0));
      }
      step.regions().forEach(this::enter);
    }
  }

  /** Takes note of a step that has run, and of the arrays that it found long enough. */
  void learn(Step step) {
    if (step instanceof Step.Read read) {
      learn(read.array(), Linear.of(read.index(), arrays));
    } else if (step instanceof Step.Write write) {
      learn(write.array(), Linear.of(write.index(), arrays));
    }
  }

  private void learn(Value array, Linear index) {
    Linear length = of(array);
    if (length == null || length.symbol() == null) {
      return;
    }
    if (index.symbol() == null) {
      least.merge(length.symbol(), index.offset() + 1 - length.offset(), Math::max);
    } else if (index.symbol() == length.symbol()) {
      least.merge(length.symbol(), -index.offset(), Math::max);
    }
  }

  private @Nullable Linear of(Value array) {
    Value length = lengths.get(array);
    if (length == null && arrays.places().definition(array) instanceof Step.ZerosLike zeros) {
      length = lengths.get(zeros.array());
    }
    return length == null ? null : Linear.of(length, arrays);
  }

  /** Tells whether a number is certainly not below another one. */
  boolean isAtLeast(Linear number, int bound) {
    if (number.symbol() == null) {
      return number.offset() >= bound;
    }
    Integer known = least.get(number.symbol());
    return known != null && known + number.offset() >= bound
        || outer != null && outer.isAtLeast(number, bound);
  }

  /**
   * Tells whether an array certainly has the elements from one to another, which isn't included.
   */
  boolean holds(Value array, int first, Linear end) {
    Linear length = of(array);
    return length != null
        && first >= 0
        && (length.symbol() == end.symbol() && end.offset() <= length.offset()
            || end.symbol() == null && isAtLeast(length, end.offset()));
  }

  /** Tells whether a step certainly throws nothing that can be seen. */
  boolean isSafe(Step step) {
    if (Rewriter.isMade(step) || Rewriter.isPure(step)) {
      return true;
    } else if (step instanceof Step.Read read) {
      return hasElement(read.array(), read.index());
    } else if (step instanceof Step.Write write) {
      return hasElement(write.array(), write.index());
    }
    return step instanceof Step.NewArray array
        && array.lengths().size() == 1
        && isAtLeast(Linear.of(array.lengths().get(0), arrays), 0);
  }

  private boolean hasElement(Value array, Value index) {
    Linear at = Linear.of(index, arrays);
    return at.symbol() == null && holds(array, at.offset(), at.plus(1));
  }
}
