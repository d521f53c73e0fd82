package cotangent.processor.shape;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a loop counts, one by one, from a number to another one.
 *
 * @param step one, or minus one
 * @param isIncluding whether there is a round for the latter, too
 */
record Counted(Value index, Value from, Value to, int step, boolean isIncluding) {

  private static final Set<Operation> TESTS = Set.of(Operations.NE, Operations.LT, Operations.LE);

  /** Returns what a loop counts. */
  static List<Counted> of(Step.Loop loop) {
    return Math.abs(loop.stride()) == 1
        ? List.of(new Counted(loop.index(), loop.from(), loop.to(), loop.stride(), false))
        : List.of();
  }

  /** Returns how far the last round is behind what it counts to. */
  Size beyond() {
    return Size.of(isIncluding ? 0 : -step);
  }

  /** Returns what a general loop counts: it ends at a number, and each round adds one. */
  static List<Counted> of(Step.While loop) {
    List<Counted> all = new ArrayList<>();
    Step.Apply test = apply(loop.before(), loop.condition());
    if (test == null
        || !TESTS.contains(test.operation())
        || !isFixed(loop, test.operands().get(1))) {
      return all;
    }
    for (int i = 0; i < loop.carried().size() && !loop.after().diverges(); i++) {
      Value index = loop.carried().get(i);
      Step.Apply next = apply(loop.after(), loop.after().yields().get(i));
      if (index.type() == Type.INT
          && test.operands().get(0) == index
          && next != null
          && next.operation() == Operations.ADD
          && next.operands().get(0) == index
          && isOne(loop.after(), next.operands().get(1))) {
        boolean isIncluding = test.operation() == Operations.LE;
        all.add(new Counted(index, loop.initial().get(i), test.operands().get(1), 1, isIncluding));
      }
    }
    return all;
  }

  /** Whether a value is the same in all rounds: from outside, or the length of such an array. */
  private static boolean isFixed(Step.While loop, Value value) {
    Step.Apply made = apply(loop.before(), value);
    return made == null
        ? !loop.carried().contains(value)
        : made.operation() == Operations.LENGTH && isFixed(loop, made.operands().get(0));
  }

  private static Step.@Nullable Apply apply(Region region, Value value) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Apply apply && apply.result() == value) {
        return apply;
      }
    }
    return null;
  }

  private static boolean isOne(Region region, Value value) {
    return region.steps().stream()
        .anyMatch(
            step ->
                step instanceof Step.Constant constant
                    && constant.result() == value
                    && Integer.valueOf(1).equals(constant.value()));
  }
}
