package cotangent.processor.optimise.array;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorChecks;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.LocalArrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers are the length of an array. Its creation isn't the only source: the length of what
 * a kernel returns follows from its operands, and checks of shapes reveal others.
 */
final class Lengths {
  private final LocalArrays arrays;

  Lengths(LocalArrays arrays) {
    this.arrays = arrays;
  }

  /** Whether a number is certainly the length of an array, where a step stands. */
  boolean isLength(Value number, Value array, Step at) {
    Step made = arrays.places().definition(array);
    if (isLengthOf(number, array)) {
      return true;
    } else if (made == null || !TensorKernels.isKernel(made)) {
      return arrays.checks().stream()
          .filter(check -> arrays.places().isBefore(check, at))
          .filter(check -> arrays.places().isBeside(check, at))
          .flatMap(check -> TensorChecks.agreed(check).stream())
          .anyMatch(
              pair ->
                  pair.one() == number && isLengthOf(pair.other(), array)
                      || pair.other() == number && isLengthOf(pair.one(), array));
    }
    List<Value> factors = TensorKernels.lengths(made, this::constant);
    return factors.size() == 1 && isFactor(number, factors.get(0), at)
        || factors.size() == 2
            && arrays.places().definition(number) instanceof Step.Apply product
            && product.operation() == Operations.MUL
            && isFactor(product.operands().get(0), factors.get(0), at)
            && isFactor(product.operands().get(1), factors.get(1), at);
  }

  private boolean isLengthOf(Value number, Value array) {
    Linear one = Linear.of(number, arrays.places()::definition);
    Linear other = Linear.lengthOf(array, arrays.places()::definition);
    return one.offset() == other.offset()
        && (one.symbol() == other.symbol()
            || one.symbol() != null
                && other.symbol() != null
                && isSame(one.symbol(), other.symbol()));
  }

  private boolean isFactor(Value number, Value factor, Step at) {
    return factor.type().isArray() ? isLength(number, factor, at) : isSame(number, factor);
  }

  /** Whether two numbers are computed in the same way. */
  private boolean isSame(Value one, Value other) {
    return one == other
        || arrays.places().definition(one) instanceof Step.Apply a
            && arrays.places().definition(other) instanceof Step.Apply b
            && a.operation() == b.operation()
            && a.operands().equals(b.operands());
  }

  private @Nullable Object constant(Value value) {
    return arrays.places().definition(value) instanceof Step.Constant constant
        ? constant.value()
        : null;
  }
}
