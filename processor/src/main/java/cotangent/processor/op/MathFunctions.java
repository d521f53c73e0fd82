package cotangent.processor.op;

import static cotangent.processor.op.Op.Slope.NONE;
import static cotangent.processor.op.Op.Slope.ONE;
import static cotangent.processor.op.Op.Trait.CHOOSES;
import static cotangent.processor.op.Op.Trait.COMMUTATIVE;
import static cotangent.processor.op.Op.Trait.INEXACT;
import static cotangent.processor.op.Op.Trait.NEVER_FLAT;
import static cotangent.processor.op.Op.Trait.OVERFLOWS;
import static cotangent.processor.op.Op.Trait.SINGULAR;
import static cotangent.processor.op.Op.Trait.STEEP;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Op.Cost;
import cotangent.processor.op.Op.Slope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of the methods of {@link Math} on real numbers, and the same of {@link StrictMath}. In a
 * slope {@code x} are the operands, {@code y} is the result, and {@code t} is what is scaled.
 */
final class MathFunctions {
  private final Class<?> owner;

  private MathFunctions(Class<?> owner) {
    this.owner = owner;
  }

  static List<Op> rows() {
    return Stream.of(Math.class, StrictMath.class)
        .map(MathFunctions::new)
        .flatMap(
            functions ->
                Stream.of(
                    functions.exponentials(),
                    functions.trigonometry(),
                    functions.arithmetic(),
                    functions.piecewiseConstant()))
        .flatMap(List::stream)
        .toList();
  }

  private List<Op> exponentials() {
    return List.of(
        costly("exp", (f, x, y, t) -> f.mul(t, y)).with(OVERFLOWS, NEVER_FLAT),
        costly("expm1", (f, x, y, t) -> f.mul(t, f.add(y, 1))).with(OVERFLOWS, NEVER_FLAT),
        costly("log", (f, x, y, t) -> f.div(t, x.get(0))).with(SINGULAR, NEVER_FLAT),
        costly("log10", (f, x, y, t) -> f.div(t, f.mul(Math.log(10), x.get(0))))
            .with(SINGULAR, NEVER_FLAT),
        costly("log1p", (f, x, y, t) -> f.div(t, f.add(x.get(0), 1))).with(SINGULAR, NEVER_FLAT),
        costly("pow", powerByBase(), powerByExponent()).with(SINGULAR, STEEP),
        cheap("sqrt", (f, x, y, t) -> f.div(t, f.mul(2, y))).with(SINGULAR, STEEP, NEVER_FLAT),
        costly("cbrt", (f, x, y, t) -> f.div(t, f.mul(3, f.mul(y, y))))
            .with(SINGULAR, STEEP, NEVER_FLAT),
        costly("hypot", hypotenuseBy(0), hypotenuseBy(1)).with(COMMUTATIVE));
  }

  private List<Op> trigonometry() {
    return List.of(
        costly("sin", (f, x, y, t) -> f.mul(t, f.apply("cos", x.get(0)))),
        costly("cos", (f, x, y, t) -> f.neg(f.mul(t, f.apply("sin", x.get(0))))),
        costly("tan", (f, x, y, t) -> f.mul(t, f.add(f.mul(y, y), 1))).with(NEVER_FLAT),
        costly("asin", (f, x, y, t) -> f.div(t, sineOfArc(f, x.get(0))))
            .with(SINGULAR, STEEP, NEVER_FLAT),
        costly("acos", (f, x, y, t) -> f.neg(f.div(t, sineOfArc(f, x.get(0)))))
            .with(SINGULAR, STEEP, NEVER_FLAT),
        costly("atan", (f, x, y, t) -> f.div(t, f.add(f.mul(x.get(0), x.get(0)), 1)))
            .with(NEVER_FLAT),
        costly(
                "atan2",
                (f, x, y, t) -> f.mul(t, legPerSquare(f, x, 1)),
                (f, x, y, t) -> f.neg(f.mul(t, legPerSquare(f, x, 0))))
            .with(SINGULAR, STEEP),
        costly("sinh", (f, x, y, t) -> f.mul(t, f.apply("cosh", x.get(0))))
            .with(OVERFLOWS, NEVER_FLAT),
        costly("cosh", (f, x, y, t) -> f.mul(t, f.apply("sinh", x.get(0)))).with(OVERFLOWS),
        costly("tanh", (f, x, y, t) -> f.mul(t, f.sub(1, f.mul(y, y)))),
        cheap("toDegrees", linear("toDegrees")).with(INEXACT),
        cheap("toRadians", linear("toRadians")).with(INEXACT));
  }

  private List<Op> arithmetic() {
    return List.of(
        cheap("abs", (f, x, y, t) -> f.mul(t, f.apply("signum", x.get(0)))),
        cheap("max", winner(Operators.GT, 0, 1), winner(Operators.GT, 1, 0))
            .with(CHOOSES, COMMUTATIVE),
        cheap("min", winner(Operators.LT, 0, 1), winner(Operators.LT, 1, 0))
            .with(CHOOSES, COMMUTATIVE),
        cheap("fma", (f, x, y, t) -> f.mul(t, x.get(1)), (f, x, y, t) -> f.mul(t, x.get(0)), ONE),
        cheap("copySign", (f, x, y, t) -> f.mul(t, f.mul(f.sign(x.get(0)), f.sign(y))), NONE),
        cheap("scalb", (f, x, y, t) -> f.apply("scalb", t, x.get(1)), NONE),
        cheap("IEEEremainder", ONE, Operators.remainderByDivisor())
            .with(SINGULAR)
            .costing(Cost.COSTLY),
        cheap("nextUp", ONE),
        cheap("nextDown", ONE),
        cheap("nextAfter", ONE, NONE));
  }

  private List<Op> piecewiseConstant() {
    return Stream.of("floor", "ceil", "rint", "round", "signum", "ulp", "getExponent")
        .map(this::cheap)
        .toList();
  }

  private Op cheap(String name, Slope... slopes) {
    StaticMethod method = new StaticMethod(owner, name);
    return new Op(
        owner == Math.class ? name : method.toString(),
        method::type,
        method,
        List.of(slopes),
        method.syntax(),
        Cost.CHEAP,
        Set.of());
  }

  private Op costly(String name, Slope... slopes) {
    Op op = cheap(name, slopes).costing(Cost.COSTLY);
    return owner == Math.class ? op.with(INEXACT) : op;
  }

  /**
   * {@code p x^(p-1)}, but 0 where {@code p} is 0, even if {@code x} is 0 too. Only there is a
   * choice made, since the slope still varies with {@code p} where {@code p} is 0.
   */
  private static Slope powerByBase() {
    return (f, x, y, t) -> {
      Value base = x.get(0);
      Value exponent = x.get(1);
      Value less = f.apply("pow", base, f.sub(exponent, 1));
      return f.mul(t, f.unlessZero(exponent, f.mul(exponent, less)));
    };
  }

  /** {@code x^p ln x}, but 0 where the power is: at 0, or at infinity if {@code p} is negative. */
  private static Slope powerByExponent() {
    return (f, x, y, t) -> {
      Value zero = f.literal(0, t.type());
      Value infinity = f.literal(Double.POSITIVE_INFINITY, t.type());
      Value end = f.select(f.apply(Operators.GE, x.get(1), zero), zero, infinity);
      Value regular = f.mul(t, f.mul(y, f.apply("log", x.get(0))));
      return f.select(f.apply(Operators.EQ, x.get(0), end), zero, regular);
    };
  }

  private static Slope hypotenuseBy(int side) {
    return (f, x, y, t) -> {
      Value zero = f.literal(0, t.type());
      Value regular = f.mul(t, f.div(x.get(side), y));
      return f.select(f.apply(Operators.EQ, y, zero), zero, regular);
    };
  }

  /** The square root of {@code 1 - x^2}, without cancellation near 1 and -1. */
  private static Value sineOfArc(Formula f, Value x) {
    return f.apply("sqrt", f.mul(f.sub(1, x), f.add(x, 1)));
  }

  /** A leg over the squared distance from the origin, which itself could overflow. */
  private static Value legPerSquare(Formula f, List<Value> x, int leg) {
    Value distance = f.apply("hypot", x.get(0), x.get(1));
    return f.div(f.div(x.get(leg), distance), distance);
  }

  private static Slope linear(String name) {
    return (f, x, y, t) -> f.apply(name, t);
  }

  /** The slope of the largest or smallest by one operand: all where it wins, half of a tie. */
  private static Slope winner(Op wins, int mine, int other) {
    return (f, x, y, t) -> {
      Value zero = f.literal(0, t.type());
      Value lost = f.apply(wins, x.get(other), x.get(mine));
      Value won = f.apply(wins, x.get(mine), x.get(other));
      return f.select(won, t, f.select(lost, zero, f.mul(0.5, t)));
    };
  }
}
