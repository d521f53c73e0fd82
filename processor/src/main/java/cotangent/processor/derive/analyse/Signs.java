package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is certain about the sign of a value, from how it is computed: where a denominator or the
 * argument of a logarithm can't be zero, or an exponent is positive, no slope is infinite and
 * nothing need be guarded.
 */
final class Signs {
  private static final int DEPTH = 6;
  private static final Set<String> NEVER_NEGATIVE = Set.of("exp", "abs", "sqrt", "hypot", "cosh");
  private static final Set<String> ZERO_AT_ZERO_ONLY = Set.of("neg", "abs", "sqrt", "cbrt");
  private static final Set<String> FINE_WHERE_NOT_ZERO =
      Set.of("log", "log10", "sqrt", "cbrt", "pow");

  private final Function<Value, @Nullable Step> definitions;
  private final Tested tested;

  /**
   * @param definitions gives the step that made a value, where there is one
   */
  Signs(Function<Value, @Nullable Step> definitions, Tested tested) {
    this.definitions = definitions;
    this.tested = tested;
  }

  /**
   * Whether all slopes of an operation are certainly finite.
   *
   * @param home the region in which it is computed
   */
  boolean hasFiniteSlopes(Op op, List<Value> operands, @Nullable Region home) {
    if (op == Operations.DIV) {
      return isNotZero(operands.get(1), home, DEPTH);
    }
    if (op.is(Op.Trait.OVERFLOWS)) {
      return op.name().startsWith("exp") && isNotPositive(operands.get(0), DEPTH);
    }
    if (op.name().equals("log1p")) {
      return isNotNegative(operands.get(0), DEPTH);
    }
    if (op.name().equals("pow") && constant(operands.get(1)) >= 1) {
      return true;
    }
    return FINE_WHERE_NOT_ZERO.contains(op.name()) && isNotZero(operands.get(0), home, DEPTH);
  }

  boolean isCertainlyNotZero(Value value) {
    return isNonZeroConstant(value) || isPositive(value, DEPTH);
  }

  private boolean isNotZero(Value value, @Nullable Region home, int depth) {
    return isCertainlyNotZero(value)
        || tested.isNotZero(value, home)
        || depth > 0
            && definitions.apply(value) instanceof Step.Apply apply
            && isZeroAtZeroOnly(apply)
            && isNotZero(apply.operands().get(0), home, depth - 1);
  }

  /** Whether an operation is zero at zero, and nowhere else. */
  static boolean isZeroAtZeroOnly(Step.Apply apply) {
    return ZERO_AT_ZERO_ONLY.contains(apply.operation().name());
  }

  private boolean isNonZeroConstant(Value value) {
    return constant(value) != 0;
  }

  private double constant(Value value) {
    return definitions.apply(value) instanceof Step.Constant constant
            && constant.value() instanceof Number number
        ? number.doubleValue()
        : 0;
  }

  private boolean isPositive(Value value, int depth) {
    if (constant(value) > 0) {
      return true;
    }
    if (depth == 0 || !(definitions.apply(value) instanceof Step.Apply apply)) {
      return false;
    }
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.ADD) {
      Value a = operands.get(0);
      Value b = operands.get(1);
      return isPositive(a, depth - 1) && isNotNegative(b, depth - 1)
          || isPositive(b, depth - 1) && isNotNegative(a, depth - 1);
    }
    return apply.operation().name().equals("cosh")
        || apply.operation().name().equals("sqrt") && isPositive(operands.get(0), depth - 1);
  }

  /** Whether a value is at most zero: {@code -x * x / 2}. */
  private boolean isNotPositive(Value value, int depth) {
    if (depth == 0 || !(definitions.apply(value) instanceof Step.Apply apply)) {
      return constant(value) < 0;
    }
    Value first = apply.operands().get(0);
    if (apply.operation() == Operations.NEG) {
      return isNotNegative(first, depth - 1);
    } else if (apply.operation() == Operations.DIV) {
      return isNotPositive(first, depth - 1) && isPositive(apply.operands().get(1), depth - 1);
    } else if (apply.operation() == Operations.MUL) {
      Value last = apply.operands().get(1);
      return isMinus(first, last)
          || isMinus(last, first)
          || isNotPositive(first, depth - 1) && isNotNegative(last, depth - 1)
          || isNotPositive(last, depth - 1) && isNotNegative(first, depth - 1);
    }
    return false;
  }

  private boolean isMinus(Value value, Value other) {
    return definitions.apply(value) instanceof Step.Apply apply
        && apply.operation() == Operations.NEG
        && apply.operands().get(0) == other;
  }

  private boolean isNotNegative(Value value, int depth) {
    if (isPositive(value, depth)) {
      return true;
    }
    if (depth == 0 || !(definitions.apply(value) instanceof Step.Apply apply)) {
      return constant(value) > 0;
    }
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.MUL && operands.get(0) == operands.get(1)) {
      return true;
    }
    if (apply.operation() == Operations.ADD || apply.operation() == Operations.MUL) {
      return operands.stream().allMatch(operand -> isNotNegative(operand, depth - 1));
    }
    return NEVER_NEGATIVE.contains(apply.operation().name());
  }
}
