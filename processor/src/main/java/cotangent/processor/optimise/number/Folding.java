package cotangent.processor.optimise.number;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
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
  protected void rewrite(Step step) {
    if (step instanceof Step.ZerosLike zeros && isNew(zeros.array())) {
      Value length = apply(Operations.LENGTH, Position.NONE, zeros.array());
      add(new Step.NewArray(zeros.result(), List.of(length), Position.NONE));
    } else if (step instanceof Step.Apply apply) {
      simplify(apply);
    } else {
      add(inside(step));
    }
  }

  /** Whether an array of numbers certainly isn't null. */
  private boolean isNew(Value array) {
    Step made = definition(array);
    return array.type().rank() == 1
        && (made instanceof Step.NewArray || made != null && TensorKernels.isKernel(made));
  }

  private void simplify(Step.Apply apply) {
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
      add(apply);
    } else if (made().size() > before) {
      rename(simpler, apply.result());
    } else {
      replace(apply.result(), simpler);
    }
  }

  /** Returns the length that an array was made with. */
  private @Nullable Value knownLength(Step.Apply apply) {
    if (apply.operation() != Operations.LENGTH) {
      return null;
    }
    Step definition = definition(apply.operands().get(0));
    if (definition instanceof Step.NewArray array) {
      return isVisible(array.lengths().get(0)) ? array.lengths().get(0) : null;
    }
    return definition instanceof Step.Call call ? knownLength(call, apply) : null;
  }

  /** Returns the length of what a kernel returns. */
  private @Nullable Value knownLength(Step.Call call, Step.Apply length) {
    Value product = null;
    for (Value factor : TensorKernels.lengths(call, this::constant)) {
      Value next =
          factor.type().isArray()
              ? apply(Operations.LENGTH, call.position().made(), factor)
              : factor;
      product =
          product == null ? next : apply(Operations.MUL, length.position().made(), product, next);
    }
    return product;
  }

  /** Gives the result of the step added last the name that the user chose. */
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

  /**
   * Returns the result where all operands are constants; null where it must be left to run time.
   */
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
