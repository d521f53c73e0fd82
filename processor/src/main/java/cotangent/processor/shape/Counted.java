package cotangent.processor.shape;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a loop counts, one by one, from a number to another one. */
record Counted(Value index, Value from, Value to) {

  /** Returns what a loop counts. */
  static List<Counted> of(Step.Loop loop) {
    return loop.stride() == 1
        ? List.of(new Counted(loop.index(), loop.from(), loop.to()))
        : List.of();
  }

  /** Returns what a general loop counts: it ends at a number, and each round adds one. */
  static List<Counted> of(Step.While loop) {
    List<Counted> all = new ArrayList<>();
    Step.Apply test = apply(loop.before(), loop.condition());
    if (test == null
        || test.operation() != Operations.NE && test.operation() != Operations.LT
        || apply(loop.before(), test.operands().get(1)) != null) {
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
        all.add(new Counted(index, loop.initial().get(i), test.operands().get(1)));
      }
    }
    return all;
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
