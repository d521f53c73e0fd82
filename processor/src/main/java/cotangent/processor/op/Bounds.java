package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of whole numbers at a point of a graph, to prove that an index is inside an array:
 * they follow from what is computed, from the loops around, and from accesses that have found an
 * array long enough.
 */
public final class Bounds {
  private static final int LONGEST_CHAIN = 8;

  private final Function<Value, @Nullable Step> definitions;
  private final @Nullable Bounds outer;
  private final Map<Value, Step.Loop> counters = new HashMap<>();
  private final Map<Value, Long> learned = new HashMap<>();

  /**
   * @param definitions gives the step that makes a value, or null
   */
  public Bounds(Function<Value, @Nullable Step> definitions) {
    this.definitions = definitions;
    outer = null;
  }

  private Bounds(Bounds outer) {
    this.outer = outer;
    definitions = outer.definitions;
  }

  /** Returns bounds that know what these do, and may learn more for themselves. */
  public Bounds inside() {
    return new Bounds(this);
  }

  /**
   * Returns the bounds in a loop: of its counter and, since a round has begun, of what it counts
   * to.
   */
  public Bounds inside(Step.Loop loop) {
    Bounds inside = inside();
    if (loop.stride() == 1) { // longer steps might go beyond the largest number
      inside.counters.put(loop.index(), loop);
      Long first = least(sum(loop.from(), 0), 0);
      Linear end = sum(loop.to(), 0);
      if (first != null && end.symbol() != null) {
        inside.atLeast(end.symbol(), first + 1 - end.offset());
      }
    }
    return inside;
  }

  /** Returns the bounds around, which don't know what these have learned. */
  public Bounds outside() {
    return Objects.requireNonNull(outer);
  }

  /** Learns from a step that has run, and so has found its array long enough. */
  public void learn(Step step) {
    if (step instanceof Step.Read read) {
      learn(read.array(), linear(read.index()));
    } else if (step instanceof Step.Write write) {
      learn(write.array(), linear(write.index()));
    }
  }

  private void learn(Value array, Linear index) {
    Linear length = length(array);
    if (length.symbol() == null) {
      return;
    }
    if (index.symbol() == null) {
      atLeast(length.symbol(), index.offset() + 1 - length.offset());
    } else if (index.symbol() == length.symbol()) {
      atLeast(length.symbol(), -index.offset());
    }
  }

  private void atLeast(Value number, long least) {
    learned.merge(number, least, Math::max);
  }

  public Linear linear(Value number) {
    return Linear.of(number, definitions);
  }

  public Linear length(Value array) {
    return Linear.lengthOf(array, definitions);
  }

  /** Whether a number is certainly not below another one. */
  public boolean isAtLeast(Linear number, int bound) {
    Long least = least(number, 0);
    return least != null && least >= bound;
  }

  /** Whether a number is certainly not below another one. */
  public boolean isAtLeast(Value number, int bound) {
    return isAtLeast(sum(number, 0), bound);
  }

  /** Whether a number is certainly less than another one. */
  public boolean isBelow(Value number, Value other) {
    return isAtMost(most(number, 0).plus(1), sum(other, 0));
  }

  /** Whether an array certainly has an element. */
  public boolean isInside(Value index, Value array) {
    return isAtLeast(index, 0) && isAtMost(most(index, 0).plus(1), length(array));
  }

  /** Whether an array certainly has the elements from one to another, which isn't included. */
  public boolean holds(Value array, int first, Linear end) {
    return first >= 0 && isAtMost(end, length(array));
  }

  /** Whether a number is certainly not above another one. */
  public boolean isAtMost(Linear number, Linear bound) {
    return number.symbol() == bound.symbol()
        ? number.offset() <= bound.offset()
        : number.symbol() == null && isAtLeast(bound, number.offset());
  }

  /** Returns the least that a number can be; null where that isn't known. */
  private @Nullable Long least(Linear number, int depth) {
    Long least = number.symbol() == null ? (Long) 0L : least(number.symbol(), depth);
    return least == null ? null : (Long) (least + number.offset());
  }

  private @Nullable Long least(Value symbol, int depth) {
    Long least = computedLeast(symbol, depth);
    for (Bounds known = this; known != null; known = known.outer) {
      Long more = known.learned.get(symbol);
      least = least == null || more != null && more > least ? more : least;
    }
    return least;
  }

  private @Nullable Long computedLeast(Value symbol, int depth) {
    if (symbol.type().isArray()) {
      return 0L;
    } else if (depth == LONGEST_CHAIN) {
      return null;
    }
    Step.Loop loop = counted(symbol);
    if (loop != null) {
      return least(sum(loop.from(), depth + 1), depth + 1);
    }
    Step.Apply remainder = remainder(symbol);
    Value divided = remainder == null ? null : remainder.operands().get(0);
    Long least = divided == null ? null : least(sum(divided, depth + 1), depth + 1);
    return least == null || least < 0 ? null : (Long) 0L;
  }

  /** Returns the most that a number can be, in terms of another one. */
  private Linear most(Value number, int depth) {
    Linear sum = sum(number, depth);
    return sum.symbol() == null ? sum : mostOf(sum.symbol(), depth).plus(sum.offset());
  }

  private Linear mostOf(Value symbol, int depth) {
    Step.Loop loop = counted(symbol);
    if (loop != null && depth < LONGEST_CHAIN) {
      return most(loop.to(), depth + 1).plus(-1);
    }
    Step.Apply remainder = remainder(symbol);
    Linear divisor = remainder == null ? null : linear(remainder.operands().get(1));
    return divisor != null && isLength(divisor) ? divisor.plus(-1) : new Linear(symbol, 0);
  }

  private static boolean isLength(Linear number) {
    return number.symbol() != null && number.symbol().type().isArray() && number.offset() == 0;
  }

  /** Returns a number as a sum, if that certainly isn't beyond the largest or least number. */
  private Linear sum(Value number, int depth) {
    Linear sum = linear(number);
    if (sum.symbol() == null || sum.offset() == 0) {
      return sum;
    } else if (depth == LONGEST_CHAIN) {
      return new Linear(number, 0);
    }
    Long least = least(sum.symbol(), depth + 1);
    Linear most = mostOf(sum.symbol(), depth + 1);
    boolean fits =
        sum.offset() < 0
            ? least != null && least >= 0
            : most.symbol() == null || most.offset() + sum.offset() <= 0;
    return fits ? sum : new Linear(number, 0);
  }

  private Step.@Nullable Loop counted(Value number) {
    for (Bounds known = this; known != null; known = known.outer) {
      Step.Loop loop = known.counters.get(number);
      if (loop != null) {
        return loop;
      }
    }
    return null;
  }

  private Step.@Nullable Apply remainder(Value number) {
    return definitions.apply(number) instanceof Step.Apply apply
            && apply.operation() == Operations.REM
        ? apply
        : null;
  }
}
