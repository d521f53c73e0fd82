package cotangent.processor.read.stream;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Counts through a range that has its end. What follows the end may be more than the largest {@code
 * int}; where that can't be ruled out, the indices stand one before the elements.
 */
final class ClosedRange {
  private final Draft draft;

  ClosedRange(Draft draft) {
    this.draft = draft;
  }

  /** Returns the elements from one to another, both included; null where nothing can count them. */
  @Nullable StreamSource between(Value from, Value to, TypeMirror number) {
    Value shift = shift(from, to);
    if (shift == null) {
      return null;
    }
    Value rest = draft.apply(Operations.SUB, draft.constant(1), shift);
    return new StreamSource(
        isZero(shift) ? from : draft.apply(Operations.SUB, from, shift),
        plus(to, rest),
        TypeKind.INT,
        index -> new Term.Single(number, plus(index, shift)));
  }

  private Value plus(Value value, Value more) {
    return isZero(more) ? value : draft.apply(Operations.ADD, value, more);
  }

  private boolean isZero(Value number) {
    return Integer.valueOf(0).equals(draft.known(number));
  }

  /** Returns by how much the indices stand before the elements. */
  private @Nullable Value shift(Value from, Value to) {
    if (isBelowLargest(to)) {
      return draft.constant(0);
    } else if (draft.known(from) instanceof Integer first) {
      return first == Integer.MIN_VALUE ? null : draft.constant(1);
    }
    Value one = draft.constant(1);
    Value isLargest = draft.apply(Operations.EQ, to, draft.constant(Integer.MAX_VALUE));
    return draft.known(to) == null
        ? draft.apply(Operations.SELECT, isLargest, one, draft.constant(0))
        : one;
  }

  private boolean isBelowLargest(Value number) {
    if (draft.known(number) instanceof Integer known) {
      return known < Integer.MAX_VALUE;
    }
    Step.Apply made = made(number);
    return draft.isCounter(number)
        || made != null
            && (made.operation() == Operations.LENGTH
                || made.operation() == Operations.SUB
                    && isLength(made.operands().get(0))
                    && draft.known(made.operands().get(1)) instanceof Integer less
                    && less >= 0);
  }

  private boolean isLength(Value number) {
    Step.Apply made = made(number);
    return made != null && made.operation() == Operations.LENGTH;
  }

  /** Returns the operation that has just given a number; null where it is older. */
  private Step.@Nullable Apply made(Value number) {
    List<Step> steps = draft.here().steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Apply apply && apply.result() == number) {
        return apply;
      }
    }
    return null;
  }
}
