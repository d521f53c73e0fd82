package cotangent.processor.optimise;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a whole number certainly lies: not below another, and not above the length of an array. */
final class Bounds {
  private static final int LONGEST_CHAIN = 8;

  private final Rewriter rewriter;
  private final Map<Value, Step.Loop> counters = new HashMap<>();

  Bounds(Rewriter rewriter) {
    this.rewriter = rewriter;
  }

  /**
   * A number, and how much it is above another: below it, where that is negative.
   *
   * @param base an array, for its length, or any other number
   */
  private record Above(Value base, long by) {}

  /**
   * Learns between what a loop counts. Longer steps might go beyond the largest number there is.
   */
  void counts(Step.Loop loop) {
    if (loop.stride() == 1) {
      counters.put(loop.index(), loop);
    }
  }

  /** Whether a number is certainly not negative. */
  boolean isNatural(Value number) {
    Long least = least(number, 0);
    return least != null && least >= 0;
  }

  /** Whether a number is certainly less than another, or than the length that it is. */
  boolean isBelow(Value number, Value other) {
    Above above = most(number, 0);
    return above.base == base(other) && above.by < 0;
  }

  /** Whether a number is a length that a loop around counts to, so that it isn't zero. */
  boolean isCountedTo(Value number) {
    return counters.values().stream()
        .anyMatch(loop -> rewriter.isVisible(loop.index()) && isIndexOf(number, loop));
  }

  private boolean isIndexOf(Value number, Step.Loop loop) {
    return base(loop.to()) == base(number) && isNatural(loop.from());
  }

  /** Gives the array whose length a number is, or the number. */
  private Value base(Value number) {
    Step.Apply length = rewriter.applied(Operations.LENGTH, number);
    return length == null ? number : length.operands().get(0);
  }

  private @Nullable Long least(Value number, int depth) {
    Step.Loop loop = counters.get(number);
    if (depth == LONGEST_CHAIN) {
      return null;
    } else if (loop != null) {
      return least(loop.from(), depth + 1);
    } else if (rewriter.constant(number) instanceof Integer certain) {
      return certain.longValue();
    } else if (base(number) != number) {
      return 0L;
    }
    Step.Apply remainder = rewriter.applied(Operations.REM, number);
    Value origin = remainder != null ? remainder.operands().get(0) : shifted(number);
    Long least = origin == number ? null : least(origin, depth + 1);
    if (least == null || least < 0) {
      return null;
    }
    long by = shift(number);
    boolean overflows = by > 0 && most(origin, depth + 1).by + by > 0;
    return remainder != null ? (Long) 0L : overflows ? null : (Long) (least + by);
  }

  private Above most(Value number, int depth) {
    Above itself = new Above(base(number), 0);
    Step.Loop loop = counters.get(number);
    if (depth == LONGEST_CHAIN || base(number) != number) {
      return itself;
    } else if (loop != null) {
      Above end = most(loop.to(), depth + 1);
      return new Above(end.base, end.by - 1);
    }
    Step.Apply remainder = rewriter.applied(Operations.REM, number);
    if (remainder != null) {
      Value divisor = remainder.operands().get(1);
      return base(divisor) != divisor ? new Above(base(divisor), -1) : itself;
    }
    Value shifted = shifted(number);
    long by = shift(number);
    if (shifted == number || by < 0 && !isNatural(shifted)) {
      return itself;
    }
    Above above = most(shifted, depth + 1);
    return new Above(above.base, above.by + by);
  }

  /** Gives the number to which a constant is added; the number itself where none is. */
  private Value shifted(Value number) {
    return rewriter.definition(number) instanceof Step.Apply apply && shift(number) != 0
        ? apply.operands().get(0)
        : number;
  }

  private long shift(Value number) {
    if (!(rewriter.definition(number) instanceof Step.Apply apply)
        || apply.operands().size() != 2
        || !(rewriter.constant(apply.operands().get(1)) instanceof Integer by)) {
      return 0;
    }
    return apply.operation() == Operations.ADD
        ? by
        : apply.operation() == Operations.SUB ? -by.longValue() : 0;
  }
}
