package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the carried integers that change by the same amount in every iteration: a number, or
 * what is computed from values that the loop doesn't change.
 */
final class Counter {
  private static final Set<Operation> COMPUTED_AGAIN =
      Set.of(Operations.ADD, Operations.SUB, Operations.MUL, Operations.SHL);

  private static final int MOST_OPERATIONS = 4;
  private static final int NONE = 1000;

  private final Places places;

  Counter(Analysis analysis) {
    places = analysis.places();
  }

  /** What is added in each iteration, or taken away. */
  private record Change(boolean isAdded, Value amount) {}

  boolean isCounter(Value value) {
    return cost(value) < NONE;
  }

  /** Returns how many operations it takes to compute a counter in an iteration. */
  int cost(Value value) {
    if (value.type() != Type.INT) {
      return NONE;
    }
    Value next = next(value);
    if (next == null) {
      return NONE;
    }
    Change change = change(next, value);
    if (change == null) {
      return next == value ? 1 : NONE;
    }
    int operations = constant(change.amount()) != null ? 1 : 2 + operations(change.amount(), value);
    return operations <= MOST_OPERATIONS ? operations : NONE;
  }

  /** Counts the operations that lead to an amount from what the loop doesn't change. */
  private int operations(Value amount, Value counter) {
    if (isOutside(amount, counter) || constant(amount) != null) {
      return 0;
    }
    return places.definition(amount) instanceof Step.Apply apply
            && COMPUTED_AGAIN.contains(apply.operation())
            && apply.operands().stream().allMatch(operand -> operand.type() == Type.INT)
        ? 1 + apply.operands().stream().mapToInt(each -> operations(each, counter)).sum()
        : NONE;
  }

  private boolean isOutside(Value amount, Value counter) {
    return !places.within(places.region(amount), owner(counter));
  }

  private Step owner(Value counter) {
    return Objects.requireNonNull(places.owner(places.region(counter)));
  }

  /**
   * Returns the value of a counter in an iteration, counted from 0.
   *
   * @param at what stands here for a value from outside the loop
   */
  Value at(Value value, UnaryOperator<Value> at, Value iteration, GraphBuilder b) {
    Value initial = at.apply(initial(value));
    Change change = change(Objects.requireNonNull(next(value)), value);
    if (change == null) {
      return initial;
    }
    Integer number = constant(change.amount());
    boolean isAdded = change.isAdded() == (number == null || number > 0);
    if (number != null && number == 0) {
      return initial;
    }
    Value distance =
        number == null
            ? b.apply(Operations.MUL, iteration, again(change.amount(), value, at, b))
            : times(Math.abs(number), iteration, b);
    return b.apply(isAdded ? Operations.ADD : Operations.SUB, initial, distance);
  }

  private static Value times(int number, Value iteration, GraphBuilder b) {
    return number == 1 ? iteration : b.apply(Operations.MUL, b.constant(number), iteration);
  }

  /** Computes an amount again. */
  private Value again(Value amount, Value counter, UnaryOperator<Value> at, GraphBuilder b) {
    Integer number = constant(amount);
    if (number != null) {
      return b.constant(number);
    } else if (isOutside(amount, counter)) {
      return at.apply(amount);
    }
    Step.Apply apply = (Step.Apply) Objects.requireNonNull(places.definition(amount));
    return b.apply(
        (Op) apply.operation(),
        again(apply.operands().get(0), counter, at, b),
        again(apply.operands().get(1), counter, at, b));
  }

  private Value initial(Value value) {
    Step owner = owner(value);
    return owner instanceof Step.Loop loop
        ? loop.initial().get(loop.carried().indexOf(value))
        : ((Step.While) owner).initial().get(((Step.While) owner).carried().indexOf(value));
  }

  /** Returns what a carried value is in the next iteration. */
  private @Nullable Value next(Value value) {
    Step owner = places.owner(places.region(value));
    if (owner instanceof Step.Loop loop && loop.carried().contains(value)) {
      return loop.body().yields().get(loop.carried().indexOf(value));
    }
    return owner instanceof Step.While loop
            && loop.carried().contains(value)
            && !loop.after().diverges()
        ? loop.after().yields().get(loop.carried().indexOf(value))
        : null;
  }

  private @Nullable Change change(Value next, Value value) {
    if (!(places.definition(next) instanceof Step.Apply apply) || apply.operands().size() != 2) {
      return null;
    }
    Value one = apply.operands().get(0);
    Value other = apply.operands().get(1);
    if (one == value) {
      return apply.operation() == Operations.ADD || apply.operation() == Operations.SUB
          ? new Change(apply.operation() == Operations.ADD, other)
          : null;
    }
    return other == value && apply.operation() == Operations.ADD ? new Change(true, one) : null;
  }

  private @Nullable Integer constant(Value value) {
    return places.definition(value) instanceof Step.Constant constant
            && constant.value() instanceof Integer number
        ? number
        : null;
  }
}
