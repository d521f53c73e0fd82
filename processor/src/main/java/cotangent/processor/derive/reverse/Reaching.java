package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Extremes;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which values certainly contribute to the result whenever they are computed. A value that is
 * chosen among others, or used only in a branch, may not.
 */
final class Reaching {
  private final Around around;
  private final Extremes extremes;
  private final Region body;
  private final Places places;
  private final Care care;
  private final Map<Value, Boolean> known = new HashMap<>();

  /** What counts as taking part. */
  enum Care {
    /** What is stored in an array counts, and loops are taken to run. */
    GENEROUS,
    NORMAL,
    /** What a slope that may be zero scales doesn't count. */
    STRICT
  }

  /** What a body can't know by itself: what becomes of that which it yields or hands to a call. */
  interface Around {
    /** Whether what a body yields takes part in the result of the whole graph. */
    boolean isResult(Value value, Region body, Care care);

    /** Whether an operand of a call takes part in the result wherever the function runs. */
    boolean carriesOn(Step.Call call, Value operand, Care care);
  }

  /**
   * @param extremes what is known of where numbers are infinite
   */
  Reaching(Around around, Extremes extremes, Region body, Places places, Care care) {
    this.around = around;
    this.extremes = extremes;
    this.body = body;
    this.places = places;
    this.care = care;
  }

  boolean reaches(Value value) {
    Boolean before = known.get(value);
    if (before != null) {
      return before;
    }
    known.put(value, true);
    boolean reaches =
        around.isResult(value, body, care)
            || places.users(value).stream().anyMatch(step -> carriesOn(step, value));
    known.put(value, reaches);
    return reaches;
  }

  private boolean carriesOn(Step step, Value value) {
    Region home = places.region(value);
    if (step instanceof Step.Apply apply) {
      return happensIn(home, places.region(step))
          && takesPart(apply, value)
          && reaches(apply.result());
    }
    if (step instanceof Step.Call call) {
      return happensIn(home, places.region(step)) && around.carriesOn(call, value, care);
    }
    if (step instanceof Step.Write) {
      return care == Care.GENEROUS && happensIn(home, places.region(step));
    }
    if (step instanceof Step.Branch branch) {
      return carriesOn(branch.then(), branch, value)
          || carriesOn(branch.otherwise(), branch, value);
    }
    if (step instanceof Step.Loop loop) {
      int k = loop.body().yields().indexOf(value);
      return k >= 0
          && home == loop.body()
          && reaches(loop.results().get(k))
          && reaches(loop.carried().get(k));
    }
    return false;
  }

  /** Whether what a region does happens whenever a region around it is run. */
  private boolean happensIn(@Nullable Region outer, @Nullable Region region) {
    Region r = region;
    while (care == Care.GENEROUS && r != outer && places.isLoopBody(r)) {
      r = places.parent(r);
    }
    return r == outer;
  }

  private boolean takesPart(Step.Apply apply, Value value) {
    Op op = (Op) apply.operation();
    return !op.is(Op.Trait.CHOOSES)
        && IntStream.range(0, apply.operands().size())
            .anyMatch(
                i ->
                    apply.operands().get(i) == value
                        && op.slope(i) != Op.Slope.NONE
                        && !vanishes(apply, i));
  }

  private boolean vanishes(Step.Apply apply, int operand) {
    return care == Care.STRICT
        ? extremes.mayVanish(apply, operand)
        : Extremes.vanishesAtInfinity(apply, operand);
  }

  private boolean carriesOn(Region arm, Step.Branch branch, Value value) {
    int k = arm.yields().indexOf(value);
    return k >= 0 && places.region(value) == arm && reaches(branch.results().get(k));
  }
}
