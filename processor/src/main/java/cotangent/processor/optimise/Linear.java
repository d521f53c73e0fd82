package cotangent.processor.optimise;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole number as what is added to a value, so that {@code n - 1} and {@code n} can be told apart
 * and compared.
 *
 * @param symbol null where the number is constant
 */
record Linear(@Nullable Value symbol, int offset) {
  /** Further from zero, sums might overflow. */
  private static final int FAR = 1 << 20;

  static Linear of(Value value, LocalArrays arrays) {
    Step step = arrays.places().definition(value);
    if (step instanceof Step.Constant constant
        && constant.value() instanceof Integer number
        && Math.abs(number) < FAR) {
      return new Linear(null, number);
    }
    if (step instanceof Step.Apply apply) {
      Integer added = added(apply, arrays);
      if (added != null) {
        Linear base = of(moved(apply, arrays), arrays);
        return Math.abs(base.offset + added) < FAR ? base.plus(added) : new Linear(value, 0);
      }
    }
    return new Linear(value, 0);
  }

  /** Gives the constant that a step adds to a whole number; null where it does something else. */
  static @Nullable Integer added(Step.Apply apply, LocalArrays arrays) {
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.ADD) {
      Integer last = constant(operands.get(1), arrays);
      return last != null ? last : constant(operands.get(0), arrays);
    } else if (apply.operation() == Operations.SUB) {
      Integer last = constant(operands.get(1), arrays);
      return last == null ? null : Integer.valueOf(-last);
    }
    return null;
  }

  /** Gives the value that such a step adds a constant to. */
  static Value moved(Step.Apply apply, LocalArrays arrays) {
    boolean isFirst = constant(apply.operands().get(1), arrays) != null;
    return apply.operands().get(isFirst ? 0 : 1);
  }

  private static @Nullable Integer constant(Value value, LocalArrays arrays) {
    return arrays.places().definition(value) instanceof Step.Constant constant
            && constant.value() instanceof Integer number
            && Math.abs(number) < FAR
        ? number
        : null;
  }

  Linear plus(int more) {
    return new Linear(symbol, offset + more);
  }
}
