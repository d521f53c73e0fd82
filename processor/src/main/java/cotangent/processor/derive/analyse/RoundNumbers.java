package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What loops and conditions say of whole numbers in two rounds of a loop, an earlier one and a
 * later one: what is computed in a round is another number in each.
 *
 * <p>Numbers wrap around where they are too large. So a sum bounds others only if it can't have
 * done so, or if what is learned holds all the more then.
 */
final class RoundNumbers {
  private final Places places;
  private final @Nullable Region round;
  private final Inequalities known = new Inequalities();

  /** A number of the later round. */
  private record Later(Value value) {}

  /** A number that is used in one of the rounds. */
  private record Number(Linear sum, boolean isLater) {}

  /**
   * @param round the body of the loop; null where both are in the same round
   */
  RoundNumbers(Places places, @Nullable Region round) {
    this.places = places;
    this.round = round;
    if (round != null && places.owner(round) instanceof Step.Loop loop) {
      Object one = loop.index();
      Object other = new Later(loop.index());
      boolean isUp = loop.stride() > 0;
      known.add(isUp ? other : one, isUp ? one : other, Math.abs(loop.stride()));
    }
  }

  /** Learns from the loops and branches around a step, which runs in one of the rounds. */
  void around(Step step, boolean isLater) {
    around(places.region(step), isLater);
  }

  private void around(@Nullable Region region, boolean isLater) {
    if (region == null) {
      return;
    }
    Step owner = places.owner(region);
    around(places.parent(region), isLater);
    if (owner instanceof Step.Loop loop) {
      counts(loop, isLater);
    } else if (owner instanceof Step.Branch branch) {
      holds(branch.condition(), region == branch.then(), isLater);
    }
  }

  private void counts(Step.Loop loop, boolean isLater) {
    Number index = number(loop.index(), isLater);
    Number from = number(loop.from(), isLater);
    Number to = number(loop.to(), isLater);
    boolean isUp = loop.stride() > 0;
    exceeds(isUp ? index : from, isUp ? from : index, 0);
    exceeds(isUp ? to : index, isUp ? index : to, 1);
  }

  private void holds(Value condition, boolean isTrue, boolean isLater) {
    if (!(places.definition(condition) instanceof Step.Apply test)) {
      return;
    }
    List<Value> operands = test.operands();
    Operation operation = test.operation();
    if (operation == Operations.NOT) {
      holds(operands.get(0), !isTrue, isLater);
    } else if (operation == (isTrue ? Operations.AND : Operations.OR)) {
      operands.forEach(operand -> holds(operand, isTrue, isLater));
    } else if (operands.size() == 2 && operands.get(0).type() == Type.INT) {
      Number one = number(operands.get(0), isLater);
      Number other = number(operands.get(1), isLater);
      compares(operation, one, other, isTrue);
    }
  }

  private void compares(Operation operation, Number one, Number other, boolean isTrue) {
    if (operation == (isTrue ? Operations.LT : Operations.GE)) {
      exceeds(other, one, 1);
    } else if (operation == (isTrue ? Operations.LE : Operations.GT)) {
      exceeds(other, one, 0);
    } else if (operation == (isTrue ? Operations.GT : Operations.LE)) {
      exceeds(one, other, 1);
    } else if (operation == (isTrue ? Operations.GE : Operations.LT)) {
      exceeds(one, other, 0);
    } else if (operation == (isTrue ? Operations.EQ : Operations.NE)) {
      exceeds(one, other, 0);
      exceeds(other, one, 0);
    } else if (operation == (isTrue ? Operations.NE : Operations.EQ)) {
      differ(one, other);
    }
  }

  /** Learns that two numbers aren't the same: if one isn't above the other, it is below. */
  private void differ(Number one, Number other) {
    if (follows(one, other, 0)) {
      exceeds(one, other, 1);
    } else if (follows(other, one, 0)) {
      exceeds(other, one, 1);
    }
  }

  /** Learns how far one number is above another, if neither has wrapped around to be so. */
  private void exceeds(Number large, Number small, int least) {
    if (isNotAbove(large) && isNotBelow(small)) {
      long distance = (long) least + small.sum.offset() - large.sum.offset();
      known.add(symbol(large), symbol(small), distance);
    }
  }

  /** Whether a sum, as Java computes it, isn't above what it is without an overflow. */
  private boolean isNotAbove(Number number) {
    return number.sum.offset() >= 0 || known.follows(symbol(number), Inequalities.ZERO, 0);
  }

  /** Whether a sum, as Java computes it, isn't below what it is without an overflow. */
  private boolean isNotBelow(Number number) {
    Value symbol = number.sum.symbol();
    return number.sum.offset() <= 0
        || symbol == null
        || number.sum.offset() == 1 && isBelowAnother(symbol);
  }

  /** Whether a number is the counter of a loop that counts up, so that there is a larger one. */
  private boolean isBelowAnother(Value symbol) {
    return places.definition(symbol) == null
        && places.maker(symbol) instanceof Step.Loop loop
        && loop.index() == symbol
        && loop.stride() > 0;
  }

  /** Whether an index of the earlier round certainly isn't the same as one of the later. */
  boolean differ(Linear earlier, Linear later) {
    Number one = new Number(earlier, false);
    Number other = new Number(later, true);
    return isNotAbove(one)
        && isNotAbove(other)
        && (follows(one, other, 1) || follows(other, one, 1));
  }

  private boolean follows(Number large, Number small, int least) {
    long distance = (long) least + small.sum.offset() - large.sum.offset();
    return known.follows(symbol(large), symbol(small), distance);
  }

  private Number number(Value value, boolean isLater) {
    return new Number(Linear.of(value, places::definition), isLater);
  }

  private Object symbol(Number number) {
    Value symbol = number.sum.symbol();
    if (symbol == null) {
      return Inequalities.ZERO;
    }
    Object key = isOfRound(symbol) && number.isLater ? new Later(symbol) : symbol;
    if (symbol.type().isArray()) {
      known.add(key, Inequalities.ZERO, 0);
    }
    return key;
  }

  private boolean isOfRound(Value symbol) {
    Region made = places.region(symbol);
    return round != null && (made == null || places.within(made, round));
  }
}
