package cotangent.processor.optimise.array;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the length that an array was made with, in place of the array: of tangents that a method
 * makes for a derivative that it calls. So an array of two numbers can become two variables, and
 * nothing is compared that is the same anyway.
 */
final class MadeLengths extends Rewriter {

  @Override
  protected void rewrite(Step step) {
    Value length = ArrayChecks.comparesTwo(step) ? length(step.operands().get(1)) : null;
    if (length == null) {
      add(inside(step));
      return;
    }
    Value other = length(step.operands().get(3));
    if (other == null || !isSame(length, other)) {
      List<Value> operands = new ArrayList<>(step.operands());
      operands.set(1, length);
      Step.Call call = (Step.Call) step;
      add(new Step.Call(List.of(), call.callee(), operands, call.position()));
    }
  }

  /** Returns the length that an array was made with; null where that isn't known. */
  private @Nullable Value length(Value array) {
    return definition(array) instanceof Step.NewArray made ? made.lengths().get(0) : null;
  }

  private boolean isSame(Value one, Value other) {
    Object number = constant(one);
    return one == other || number != null && number.equals(constant(other));
  }
}
