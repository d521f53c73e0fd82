package cotangent.processor.optimise;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes operations on constants while compiling, and simplifies by {@link Algebra} and {@link
 * Powers}.
 */
final class Folding extends Rewriter {
  private final Algebra algebra = new Algebra(this);
  private final Powers powers = new Powers(this);

  @Override
  void rewrite(Step step) {
    if (!(step instanceof Step.Apply apply)) {
      add(inside(step));
      return;
    }
    Object folded = fold(apply);
    if (folded != null) {
      add(new Step.Constant(apply.result(), folded));
      return;
    }
    int before = made().size();
    Value length = knownLength(apply);
    Value simpler = length != null ? length : algebra.simplified(apply);
    if (simpler == null && isMade(apply)) {
      simpler = powers.multiplied(apply);
    }
    if (simpler == null) {
      add(step);
    } else if (made().size() > before) {
      rename(simpler, apply.result());
    } else {
      replace(apply.result(), simpler);
    }
  }

  /** Gives the length that an array was made with. */
  private @Nullable Value knownLength(Step.Apply apply) {
    return apply.operation() == Operations.LENGTH
            && definition(apply.operands().get(0)) instanceof Step.NewArray array
            && isVisible(array.lengths().get(0))
        ? array.lengths().get(0)
        : null;
  }

  /** Lets the step added last make the value that the user has named. */
  private void rename(Value made, Value named) {
    Step last = made().remove(made().size() - 1);
    if (last instanceof Step.Apply apply && apply.result() == made) {
      add(new Step.Apply(named, apply.operation(), apply.operands(), apply.position()));
    } else if (last instanceof Step.Constant constant && constant.result() == made) {
      add(new Step.Constant(named, constant.value()));
    } else {
      throw new IllegalStateException(made + " isn't the result of " + last);
    }
  }

  /** Gives the result where all operands are constants; null where it must be left to run time. */
  private @Nullable Object fold(Step.Apply apply) {
    List<Object> operands = new ArrayList<>();
    for (Value operand : apply.operands()) {
      Object constant = constant(operand);
      if (constant == null || !operand.type().isScalar()) {
        return null;
      }
      operands.add(constant);
    }
    Op op = (Op) apply.operation();
    if (op.is(Op.Trait.INEXACT) && !isMade(apply)) {
      return null;
    }
    try {
      return op.evaluate(operands);
    } catch (ArithmeticException thrownAtRunTime) {
      return null;
    }
  }
}
