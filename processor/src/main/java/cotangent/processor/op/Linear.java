package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole number as what is added to a value, so that {@code n - 1} and {@code n} can be told apart
 * and compared. It adds as Java does: a sum beyond the largest number wraps around.
 *
 * @param symbol an array, for its length, or another number; null where the number is constant
 */
public record Linear(@Nullable Value symbol, int offset) {
  /** Further from zero, sums might overflow. */
  private static final int FAR = 1 << 20;

  /**
   * @param definitions gives the step that makes a value, or null
   */
  public static Linear of(Value value, Function<Value, @Nullable Step> definitions) {
    Integer number = constant(value, definitions);
    if (number != null) {
      return new Linear(null, number);
    }
    Step.Apply apply = definitions.apply(value) instanceof Step.Apply made ? made : null;
    if (apply != null && apply.operation() == Operations.LENGTH) {
      return lengthOf(apply.operands().get(0), definitions);
    }
    Linear sum = apply == null ? null : added(apply, definitions);
    if (sum == null) {
      return new Linear(value, 0);
    }
    Linear base = of(sum.plain(), definitions);
    return Math.abs(base.offset + sum.offset) < FAR ? base.plus(sum.offset) : new Linear(value, 0);
  }

  /** Returns the length of an array. */
  public static Linear lengthOf(Value array, Function<Value, @Nullable Step> definitions) {
    Step made = definitions.apply(array);
    if (made instanceof Step.NewArray own) {
      return of(own.lengths().get(0), definitions);
    }
    return made instanceof Step.ZerosLike zeros
        ? lengthOf(zeros.array(), definitions)
        : new Linear(array, 0);
  }

  /** Returns a sum of a value and a constant; null for any other step. */
  private static @Nullable Linear added(
      Step.Apply apply, Function<Value, @Nullable Step> definitions) {
    boolean isSum = apply.operation() == Operations.ADD;
    if (!isSum && apply.operation() != Operations.SUB) {
      return null;
    }
    Value first = apply.operands().get(0);
    Value second = apply.operands().get(1);
    Integer last = constant(second, definitions);
    if (last != null) {
      return new Linear(first, isSum ? last : -last);
    }
    Integer before = isSum ? constant(first, definitions) : null;
    return before == null ? null : new Linear(second, before);
  }

  private static @Nullable Integer constant(
      Value value, Function<Value, @Nullable Step> definitions) {
    return definitions.apply(value) instanceof Step.Constant constant
            && constant.value() instanceof Integer number
            && Math.abs(number) < FAR
        ? number
        : null;
  }

  /** Returns the symbol of a number that isn't constant. */
  private Value plain() {
    return Objects.requireNonNull(symbol);
  }

  public Linear plus(int more) {
    return new Linear(symbol, offset + more);
  }
}
