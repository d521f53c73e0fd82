package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether what a slice computes is linear in the array that it goes back to, with factors
 * that are the same in all rounds: every number is either such a factor, or linear.
 */
final class LinearKinds {
  private static final Set<Op> SCALING = Set.of(Operations.MUL, Operations.DIV, Operations.NEG);

  private final LinearSlice slice;
  private final Places places;
  private final Value summed;
  private final Set<Value> linear = new HashSet<>();

  LinearKinds(LinearSlice slice, Places places, Value summed) {
    this.slice = slice;
    this.places = places;
    this.summed = summed;
  }

  /** Whether all of the slice is, in the order in which it runs. */
  boolean hold() {
    return hold(slice.outer().body());
  }

  private boolean hold(Region region) {
    return region.steps().stream().allMatch(step -> !slice.contains(step) || hold(step));
  }

  private boolean hold(Step step) {
    LinearSlice.Sink sink = slice.place();
    if (step == sink.old()) {
      return isFixed(sink.old().array()) && isFixed(sink.old().index());
    } else if (step == sink.sum()) {
      return linear.contains(sink.addend());
    } else if (step == sink.write()) {
      return true;
    } else if (step instanceof Step.Apply apply) {
      return hold(apply);
    } else if (step instanceof Step.Read read) {
      mark(read.result(), handsOn(read.array()));
      return isFixed(read.index());
    } else if (step instanceof Step.Write write) {
      return handsOn(write.array()) && isFixed(write.index()) && isSummand(write.value());
    } else if (step instanceof Step.Fill fill) {
      return handsOn(fill.array()) && isZero(fill.value());
    } else if (step instanceof Step.Loop loop) {
      return hold(loop);
    }
    return true;
  }

  private boolean hold(Step.Apply apply) {
    List<Value> operands = apply.operands();
    if (operands.stream().allMatch(this::isFixed)) {
      return true;
    }
    linear.add(apply.result());
    if (apply.operation() == Operations.ADD || apply.operation() == Operations.SUB) {
      return operands.stream().allMatch(this::isSummand);
    } else if (apply.operation() == Operations.MUL) {
      return operands.stream().anyMatch(this::isFixed);
    } else if (apply.operation() == Operations.DIV) {
      return isFixed(operands.get(1));
    } else if (apply.operation() == Operations.SELECT) {
      return operands.subList(1, 3).stream().allMatch(this::isSummand)
          && (isFixed(operands.get(0)) || looksForZero(operands));
    }
    return apply.operation() == Operations.NEG;
  }

  /** Whether a choice is for zero where that is chosen anyway: {@code v == 0 ? 0 : v * factor}. */
  private boolean looksForZero(List<Value> choice) {
    if (!(places.definition(choice.get(0)) instanceof Step.Apply test)
        || test.operation() != Operations.EQ
        || !isZero(test.operands().get(1))
        || !isZero(choice.get(1))) {
      return false;
    }
    Value multiple = choice.get(2);
    while (multiple != test.operands().get(0)
        && places.definition(multiple) instanceof Step.Apply apply
        && SCALING.contains(apply.operation())) {
      multiple = apply.operands().get(isFixed(apply.operands().get(0)) ? 1 : 0);
    }
    return multiple == test.operands().get(0);
  }

  private boolean hold(Step.Loop loop) {
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      Value initial = loop.initial().get(i);
      boolean isLinear = carried.type().isReal() && isSummand(initial);
      mark(carried, isLinear);
      mark(loop.results().get(i), isLinear);
    }
    boolean holds = isFixed(loop.from()) && isFixed(loop.to()) && hold(loop.body());
    for (int i = 0; holds && i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      Value next = loop.body().yields().get(i);
      holds =
          !slice.contains(carried) || (linear.contains(carried) ? isSummand(next) : isFixed(next));
    }
    return holds;
  }

  private void mark(Value value, boolean isLinear) {
    if (isLinear) {
      linear.add(value);
    }
  }

  private boolean handsOn(Value array) {
    return array == summed || slice.between().contains(array);
  }

  private boolean isFixed(Value value) {
    return !linear.contains(value);
  }

  /** Whether a number may be added to one that is linear. */
  private boolean isSummand(Value value) {
    return linear.contains(value) || isZero(value);
  }

  private boolean isZero(Value value) {
    return places.definition(value) instanceof Step.Constant constant
        && constant.value() instanceof Double number
        && number == 0;
  }
}
