package cotangent.processor.optimise.array;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.Objects;

/**
 * Removes a write of zero or null to an array that was just made, and holds that anyway: objects of
 * several classes in one array leave the fields of the others alone.
 */
final class StoredZeros extends Rewriter {
  private static final int LONGEST_GAP = 100;

  @Override
  protected void rewrite(Step step) {
    if (!(step instanceof Step.Write write) || !holdsAnyway(write)) {
      add(inside(step));
    }
  }

  private boolean holdsAnyway(Step.Write write) {
    if (!isBlank(write.value()) || !(constant(write.index()) instanceof Integer index)) {
      return false;
    }
    int end = Math.max(0, made().size() - LONGEST_GAP);
    for (int i = made().size() - 1; i >= end; i--) {
      Step before = made().get(i);
      if (before instanceof Step.NewArray array && array.result() == write.array()) {
        return array.cleared() && (isMade(write) || isWithin(index, array));
      } else if (!isElsewhere(before, write.array(), index)) {
        return false;
      }
    }
    return false;
  }

  /** Whether an array has the element: what the user writes elsewhere throws. */
  private boolean isWithin(int index, Step.NewArray array) {
    return constant(array.lengths().get(0)) instanceof Integer length
        && 0 <= index
        && index < length;
  }

  /** Whether a value is what elements of a new array are. */
  private boolean isBlank(Value value) {
    return definition(value) instanceof Step.Constant constant
        && Objects.equals(constant.value(), value.type().unassigned());
  }

  /** Whether a step certainly doesn't write to an element. */
  private boolean isElsewhere(Step step, Value array, int index) {
    if (step instanceof Step.Write write && write.array() == array) {
      return constant(write.index()) instanceof Integer other && other != index;
    }
    boolean writes = step.kind() == StepKind.FILL || step.kind() == StepKind.COPY;
    return step.regions().isEmpty()
        && (!writes && step.kind() != StepKind.CALL || !step.operands().contains(array));
  }
}
