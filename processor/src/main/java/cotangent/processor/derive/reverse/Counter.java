package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recognises the carried integers that change by the same amount in every iteration. */
final class Counter {
  private final Analysis analysis;

  Counter(Analysis analysis) {
    this.analysis = analysis;
  }

  boolean isCounter(Value value) {
    return value.type() == Type.INT && change(value) != null;
  }

  /**
   * Returns the value of a counter in an iteration, counted from 0.
   *
   * @param initial what it begins with, here
   */
  Value at(Value value, Value initial, Value iteration, GraphBuilder b) {
    return from(initial, Objects.requireNonNull(change(value)), iteration, b);
  }

  /** Returns what a counter begins with. */
  Value initial(Value value) {
    Step owner = analysis.places().owner(analysis.places().region(value));
    return owner instanceof Step.Loop loop
        ? loop.initial().get(loop.carried().indexOf(value))
        : ((Step.While) Objects.requireNonNull(owner))
            .initial()
            .get(((Step.While) owner).carried().indexOf(value));
  }

  private @Nullable Integer change(Value value) {
    Step owner = analysis.places().owner(analysis.places().region(value));
    if (owner instanceof Step.Loop loop && loop.carried().contains(value)) {
      return change(loop.body().yields().get(loop.carried().indexOf(value)), value);
    }
    return owner instanceof Step.While loop
            && loop.carried().contains(value)
            && !loop.after().diverges()
        ? change(loop.after().yields().get(loop.carried().indexOf(value)), value)
        : null;
  }

  private @Nullable Integer change(Value next, Value value) {
    if (next == value) {
      return 0;
    }
    if (analysis.places().definition(next) instanceof Step.Apply apply
        && apply.operands().get(0) == value
        && apply.operands().size() == 2
        && analysis.places().definition(apply.operands().get(1)) instanceof Step.Constant constant
        && constant.value() instanceof Integer amount) {
      if (apply.operation() == Operations.ADD) {
        return amount;
      }
      return apply.operation() == Operations.SUB ? Integer.valueOf(-amount) : null;
    }
    return null;
  }

  private static Value from(Value initial, int change, Value iteration, GraphBuilder b) {
    if (change == 0) {
      return initial;
    }
    Value distance =
        Math.abs(change) == 1
            ? iteration
            : b.apply(Operations.MUL, b.constant(Math.abs(change)), iteration);
    return b.apply(change > 0 ? Operations.ADD : Operations.SUB, initial, distance);
  }
}
