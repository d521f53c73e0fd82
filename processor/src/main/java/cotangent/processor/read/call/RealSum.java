package cotangent.processor.read.call;

import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import java.util.List;

/**
 * A sum of real numbers as the library has it: what is lost by rounding is added to the next one.
 * Its derivative is that of a plain sum, from which it differs by rounding only.
 *
 * @param lost what the sum is too large by
 * @param simple the plain sum
 */
public record RealSum(Value sum, Value lost, Value simple) {

  /** Returns the sum with one number more. */
  public RealSum plus(Draft draft, Value number) {
    RealSum all = plusHeld(draft, number);
    return new RealSum(all.sum, all.lost, draft.apply(Operations.ADD, simple, number));
  }

  /** Returns the sum with those of another one. */
  RealSum plus(Draft draft, RealSum other) {
    Value less = draft.apply(Operations.NEG, other.lost);
    RealSum all = plusHeld(draft, other.sum).plusHeld(draft, less);
    return new RealSum(all.sum, all.lost, draft.apply(Operations.ADD, simple, other.simple));
  }

  private RealSum plusHeld(Draft draft, Value number) {
    Value corrected = draft.apply(Operations.SUB, number, lost);
    Value next = draft.apply(Operations.ADD, sum, corrected);
    Value added = draft.apply(Operations.SUB, next, sum);
    return new RealSum(next, draft.apply(Operations.SUB, added, corrected), simple);
  }

  /** Returns the sum as the library tells it. */
  public Value total(Draft draft) {
    Value total = draft.apply(Operations.SUB, sum, lost);
    Value isNothing = draft.apply(test("isNaN"), total);
    Value isLost = draft.apply(Operations.AND, isNothing, draft.apply(test("isInfinite"), simple));
    Value value = draft.apply(Operations.SELECT, isLost, simple, total);
    return draft.apply(Operations.SEEN_AS, value, simple);
  }

  private static Op test(String name) {
    return Operations.method("java.lang.Double", name, List.of(Type.DOUBLE)).orElseThrow();
  }
}
