package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what it costs to recompute a value of the forward half: the cheap operations that lead to
 * it from what is at hand, in one iteration.
 */
final class Recomputing {
  /** A value that takes more operations than this is kept. */
  private static final int MOST_OPERATIONS = 12;

  static final int NEVER = 1_000_000;

  private final Analysis analysis;
  private final Places places;
  private final AtHand atHand;
  private final Necessary necessary;

  /** What the backward half has where it is. */
  interface AtHand {
    /** Whether a value is at hand already, wherever the backward half is. */
    boolean isAtHand(Value value);

    /**
     * Counts the operations that a value costs in an iteration which a loop counts, or carries in
     * the same order as before; {@link #NEVER} for any other.
     */
    int costAlong(Value value);

    /** Whether what was read may be something else by now. */
    boolean mayChange(Step.Read read);
  }

  Recomputing(Analysis analysis, AtHand atHand, Necessary necessary) {
    this.analysis = analysis;
    this.places = analysis.places();
    this.atHand = atHand;
    this.necessary = necessary;
  }

  /**
   * What must be stored whatever is decided. The first run finds it, so that the second one can
   * compute other values from it.
   */
  static final class Necessary {
    /** A branch that hands out more values than this has no names for them. */
    private static final int MOST_NAMED = 8;

    private final Set<Value> values = new HashSet<>();
    private final Map<Value, Set<Value>> onlyMissing = new HashMap<>();
    private final Map<Step, Set<Value>> handedOut = new IdentityHashMap<>();
    private boolean isSettled;

    /** Notes that an arm of a branch hands out a value. */
    void handsOut(Step.Branch branch, Value value) {
      if (!isSettled) {
        handedOut.computeIfAbsent(branch, b -> new HashSet<>()).add(value);
      }
    }

    /** Whether the arms of a branch hand out many values: known after the first run. */
    boolean isCrowded(Step.Branch branch) {
      return isSettled && handedOut.getOrDefault(branch, Set.of()).size() > MOST_NAMED;
    }

    /** Ends the first run: a value that alone would make two others computable is kept. */
    void settle() {
      isSettled = true;
      onlyMissing.forEach(
          (leaf, users) -> {
            if (users.size() > 1) {
              values.add(leaf);
            }
          });
    }
  }

  /** Whether a few cheap operations lead to a value from what is at hand. */
  boolean isCheap(Value value) {
    return cost(value, iteration(value)) <= MOST_OPERATIONS;
  }

  /** The same, where what has to be stored anyway counts as at hand; notes what is missing. */
  boolean isCheapFromKept(Value value) {
    if (!isComputable(value)) {
      necessary.values.add(value);
      return false;
    }
    Set<Value> missing = new HashSet<>();
    if (missing(value, iteration(value), missing, MOST_OPERATIONS) < 0) {
      return false;
    }
    if (missing.size() == 1) {
      Value leaf = missing.iterator().next();
      necessary.onlyMissing.computeIfAbsent(leaf, l -> new HashSet<>()).add(value);
    }
    return necessary.values.containsAll(missing);
  }

  private @Nullable Region iteration(Value value) {
    return places.iteration(places.region(value));
  }

  /**
   * Counts for one iteration: what an outer loop knows is free, even where it must be stored there,
   * since that is once for many iterations.
   */
  private int cost(Value value, @Nullable Region iteration) {
    if (atHand.isAtHand(value) || iteration(value) != iteration) {
      return 0;
    }
    Step step = places.definition(value);
    if (step == null) {
      return atHand.costAlong(value);
    }
    if (!isComputable(step)) {
      return NEVER;
    }
    int sum = ownCost(step);
    for (Value operand : step.operands()) {
      sum += cost(operand, iteration);
      if (sum > MOST_OPERATIONS) {
        return NEVER;
      }
    }
    return sum;
  }

  private static int ownCost(Step step) {
    return step instanceof Step.Constant || step.operands().isEmpty() ? 0 : 1;
  }

  private boolean isComputable(Value value) {
    Step step = places.definition(value);
    return step != null && isComputable(step);
  }

  /** Whether a step would compute the same again, and is cheap by itself. */
  private boolean isComputable(Step step) {
    if (step instanceof Step.Constant || ClassQuestions.isOne(step)) {
      return true;
    } else if (step instanceof Step.Apply apply) {
      return ((Op) apply.operation()).cost() == Op.Cost.CHEAP;
    } else if (step instanceof Step.Read read) {
      return !atHand.mayChange(read);
    } else if (step instanceof Step.Call call) {
      return readsComponent(call);
    }
    return analysis.storage().makesUnwrittenZeros(step);
  }

  /** Whether a call reads a record's component, which is the same whenever it is read. */
  private static boolean readsComponent(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.COMPONENT
        && member.attempted() == null
        && member.accessible()
        && !call.results().get(0).type().isArray();
  }

  /**
   * Collects the values that would have to be kept to compute a value.
   *
   * @return the number of operations left of those allowed, negative where they don't suffice
   */
  private int missing(Value value, @Nullable Region iteration, Set<Value> missing, int allowed) {
    int cost = allowed < 0 ? 0 : cost(value, iteration);
    if (cost < NEVER) {
      return allowed - cost;
    }
    Step step = places.definition(value);
    if (step == null || !isComputable(step)) {
      missing.add(value);
      return allowed;
    }
    int left = allowed - ownCost(step);
    for (Value operand : step.operands()) {
      left = missing(operand, iteration, missing, left);
    }
    return left;
  }
}
