package cotangent.processor.op;

import static cotangent.processor.op.Op.Slope.NONE;
import static cotangent.processor.op.Op.Slope.ONE;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Op.Cost;
import cotangent.processor.op.Op.Syntax;
import java.util.List;
import java.util.Set;

/**
 * The rows that say something about derivatives and have no counterpart in Java. They are in graphs
 * while derivatives are taken; then they are written out.
 */
final class Notations {
  /**
   * {@code (weight, scaled)}: the second, but 0 where the first is, so that zero times infinity is
   * zero. The derivative of a plain choice would say that the weight doesn't matter where it
   * happens to be zero.
   */
  static final Op UNLESS_ZERO =
      row(
          "unlessZero",
          x -> ((Number) x.get(0)).doubleValue() == 0 ? zero(x.get(1)) : x.get(1),
          NONE,
          (f, x, y, t) -> {
            Value isZero = f.apply(Operators.EQ, x.get(0), f.literal(0, x.get(0).type()));
            Value isNothing = f.apply(Operators.NE, x.get(1), x.get(1));
            Value isLeftOut = f.apply(Operators.AND, isZero, isNothing);
            return f.select(isLeftOut, f.literal(0, t.type()), t);
          });

  /**
   * {@code (value, other)}: the first, with the derivatives of the second, which is the same number
   * but for rounding and has no kink.
   */
  static final Op SEEN_AS = row("seenAs", x -> x.get(0), NONE, ONE);

  private Notations() {}

  static List<Op> rows() {
    return List.of(UNLESS_ZERO, SEEN_AS);
  }

  private static Op row(String name, Op.Evaluator evaluator, Op.Slope... slopes) {
    return new Op(
        name,
        operands -> {
          Typings.require(operands.size() == 2 && operands.get(1).isReal(), operands);
          return operands.get(1);
        },
        evaluator,
        List.of(slopes),
        new Syntax.Unwritten(),
        Cost.CHEAP,
        Set.of());
  }

  private static Object zero(Object like) {
    return like instanceof Float ? (Object) 0f : (Object) 0.0;
  }
}
