package cotangent.processor.optimise.array;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a kernel add to an array what a loop would otherwise add, element by element, so the
 * derivative of a matrix that is multiplied is accumulated in place.
 */
final class InPlaceSums extends Rewriter {
  private final Survey seen;
  private final LocalArrays arrays;

  InPlaceSums(Survey seen) {
    this.seen = seen;
    arrays = seen.arrays();
  }

  @Override
  protected void rewrite(Step step) {
    Step.Write sum = step instanceof Step.Loop loop ? sum(loop) : null;
    if (sum == null || !accumulates((Step.Loop) step, sum)) {
      add(inside(step));
    }
  }

  /** Adds a call in place of a loop, if that is allowed. */
  private boolean accumulates(Step.Loop loop, Step.Write sum) {
    Value made = addend(sum);
    Step call = made == null ? null : arrays.places().definition(made);
    if (made == null || call == null) {
      return false;
    }
    Optional<Callee> adding = TensorKernels.adding(call);
    if (adding.isEmpty()
        || !arrays.contains(made)
        || arrays.accesses(made).size() > 1
        || !new Lengths(arrays).isLength(loop.to(), made, loop)
        || !canWait(call, seen)
        || !call.operands().stream().allMatch(operand -> isApart(operand, sum.array()))) {
      return false;
    }
    made().remove(call);
    List<Value> operands = new ArrayList<>(call.operands());
    operands.add(sum.array());
    add(new Step.Call(List.of(), adding.get(), operands, call.position().made()));
    return true;
  }

  /** Returns the write of a loop that adds to each element, from the first one on. */
  private Step.@Nullable Write sum(Step.Loop loop) {
    List<Step> steps = loop.body().steps();
    int last = steps.size() - 1;
    boolean isSum =
        isMade(loop)
            && loop.results().isEmpty()
            && loop.stride() == 1
            && arrays.places().is(loop.from(), 0)
            && last == 3
            && steps.subList(0, last).stream()
                .allMatch(step -> step instanceof Step.Read || step instanceof Step.Apply);
    return isSum
            && steps.get(last) instanceof Step.Write write
            && write.index() == loop.index()
            && steps.stream()
                .allMatch(step -> !(step instanceof Step.Read read) || read.index() == loop.index())
        ? write
        : null;
  }

  /** Returns the array that a write adds from, where it adds. */
  private @Nullable Value addend(Step.Write write) {
    if (!(arrays.places().definition(write.value()) instanceof Step.Apply sum)
        || sum.operation() != Operations.ADD) {
      return null;
    }
    Value first = array(sum.operands().get(0));
    Value second = array(sum.operands().get(1));
    if (first == write.array()) {
      return second;
    }
    return second == write.array() ? first : null;
  }

  private @Nullable Value array(Value element) {
    return arrays.places().definition(element) instanceof Step.Read read ? read.array() : null;
  }

  /**
   * Whether what a kernel reads isn't the array that it adds to. What is given as arguments are
   * different arrays, as for all derivatives.
   */
  private boolean isApart(Value operand, Value sum) {
    return !operand.type().isArray()
        || !seen.apart().location(operand).equals(seen.apart().location(sum));
  }
}
