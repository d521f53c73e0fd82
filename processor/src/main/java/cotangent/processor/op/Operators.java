package cotangent.processor.op;

import static cotangent.processor.op.Op.Slope.NONE;
import static cotangent.processor.op.Op.Slope.ONE;

import cotangent.processor.op.Op.Cost;
import cotangent.processor.op.Op.Slope;
import cotangent.processor.op.Op.Syntax;
import cotangent.processor.op.Op.Trait;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The rows of Java's operators. */
final class Operators {
  static final Op ADD =
      arithmetic("add", "+", (a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b, ONE, ONE)
          .with(Trait.COMMUTATIVE);
  static final Op SUB =
      arithmetic("sub", "-", (a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b, ONE, negated());
  static final Op MUL =
      arithmetic(
              "mul",
              "*",
              (a, b) -> a * b,
              (a, b) -> a * b,
              (a, b) -> a * b,
              (f, x, y, t) -> f.mul(t, x.get(1)),
              (f, x, y, t) -> f.mul(t, x.get(0)))
          .with(Trait.COMMUTATIVE);
  static final Op DIV =
      arithmetic(
              "div",
              "/",
              (a, b) -> a / b,
              (a, b) -> a / b,
              (a, b) -> a / b,
              (f, x, y, t) -> f.div(t, x.get(1)),
              (f, x, y, t) -> f.neg(f.mul(f.div(t, x.get(1)), y)))
          .with(Trait.TRAPS, Trait.SINGULAR);
  static final Op REM =
      arithmetic(
              "rem",
              "%",
              (a, b) -> a % b,
              (a, b) -> a % b,
              (a, b) -> a % b,
              ONE,
              remainderByDivisor())
          .with(Trait.TRAPS, Trait.SINGULAR)
          .costing(Cost.COSTLY);
  static final Op NEG =
      new Op(
          "neg",
          Typings.same(1, Typings.NUMERIC),
          new Negation(),
          List.of(negated()),
          new Syntax.Prefix("-"),
          Cost.CHEAP,
          Set.of());

  static final Op AND = bitwise("and", "&", (a, b) -> a & b);
  static final Op OR = bitwise("or", "|", (a, b) -> a | b);
  static final Op XOR = bitwise("xor", "^", (a, b) -> a ^ b);
  static final Op INVERT =
      unary("invert", "~", Typings.same(1, Typings.WHOLE), x -> whole(~bits(x), x));
  static final Op SHL = shift("shl", "<<", (a, b) -> a << b, (a, b) -> a << b);
  static final Op SHR = shift("shr", ">>", (a, b) -> a >> b, (a, b) -> a >> b);
  static final Op USHR = shift("ushr", ">>>", (a, b) -> a >>> b, (a, b) -> a >>> b);

  static final Op LT = comparison("lt", "<", (a, b) -> a < b, (a, b) -> a < b);
  static final Op LE = comparison("le", "<=", (a, b) -> a <= b, (a, b) -> a <= b);
  static final Op GT = comparison("gt", ">", (a, b) -> a > b, (a, b) -> a > b);
  static final Op GE = comparison("ge", ">=", (a, b) -> a >= b, (a, b) -> a >= b);
  static final Op EQ = equality("eq", "==", true);
  static final Op NE = equality("ne", "!=", false);
  static final Op NOT = unary("not", "!", Typings.same(1, Typings.TRUTH), x -> !(Boolean) x);

  static final Op SELECT =
      new Op(
          "select",
          Typings.conditional(),
          x -> (Boolean) x.get(0) ? x.get(1) : x.get(2),
          List.of(
              NONE,
              (f, x, y, t) -> f.select(x.get(0), t, f.literal(0, t.type())),
              (f, x, y, t) -> f.select(x.get(0), f.literal(0, t.type()), t)),
          new Syntax.Conditional(),
          Cost.CHEAP,
          Set.of(Trait.CHOOSES));

  /** Whether a lock is held: it is, wherever this is the condition of a branch. */
  static final Op HOLDS =
      new Op(
          "holds",
          Typings.lock(),
          x -> true,
          List.of(),
          new Syntax.Unwritten(),
          Cost.CHEAP,
          Set.of());

  static final Op LENGTH =
      new Op(
          "length",
          Typings.length(),
          x -> Array.getLength(x.get(0)),
          List.of(),
          new Syntax.Length(),
          Cost.CHEAP,
          Set.of(Trait.TRAPS));

  private Operators() {}

  static List<Op> rows() {
    return List.of(
        ADD, SUB, MUL, DIV, REM, NEG, AND, OR, XOR, INVERT, SHL, SHR, USHR, LT, LE, GT, GE, EQ, NE,
        NOT, SELECT, LENGTH);
  }

  private interface FloatOperator {
    float of(float a, float b);
  }

  private interface IntOperator {
    int of(int a, long b);
  }

  private interface LongTest {
    boolean of(long a, long b);
  }

  private interface DoubleTest {
    boolean of(double a, double b);
  }

  private interface Unary {
    Object of(Object x);
  }

  private static Slope negated() {
    return (f, x, y, t) -> f.neg(t);
  }

  /** Minus the whole number of times that the divisor was subtracted; it is exact. */
  static Slope remainderByDivisor() {
    return (f, x, y, t) -> f.neg(f.mul(t, f.rint(f.div(f.sub(x.get(0), y), x.get(1)))));
  }

  /**
   * The operation on {@code int} is the one on {@code long}, cut off: so are all five of Java's.
   */
  private static Op arithmetic(
      String name,
      String token,
      LongBinaryOperator onLong,
      FloatOperator onFloat,
      DoubleBinaryOperator onDouble,
      Slope... slopes) {
    Op.Evaluator evaluator = new Arithmetic(onLong, onFloat, onDouble);
    return infix(name, token, Typings.same(2, Typings.NUMERIC), evaluator, slopes);
  }

  private record Arithmetic(
      LongBinaryOperator onLong, FloatOperator onFloat, DoubleBinaryOperator onDoubles)
      implements Op.Evaluator {
    @Override
    public Object of(List<Object> x) {
      Object a = x.get(0);
      Object b = x.get(1);
      if (a instanceof Double d) {
        return onDoubles.applyAsDouble(d, (Double) b);
      } else if (a instanceof Float f) {
        return onFloat.of(f, (Float) b);
      }
      return whole(onLong.applyAsLong(bits(a), bits(b)), a);
    }
  }

  private static Op bitwise(String name, String token, LongBinaryOperator operator) {
    return infix(
            name,
            token,
            Typings.same(2, Typings.BITS),
            x -> whole(operator.applyAsLong(bits(x.get(0)), bits(x.get(1))), x.get(0)))
        .with(Trait.COMMUTATIVE);
  }

  private static Op shift(String name, String token, IntOperator onInt, LongBinaryOperator onLong) {
    return infix(
        name,
        token,
        Typings.shift(),
        x ->
            x.get(0) instanceof Integer a
                ? (Object) onInt.of(a, bits(x.get(1)))
                : (Object) onLong.applyAsLong(bits(x.get(0)), bits(x.get(1))));
  }

  private static Op comparison(String name, String token, LongTest onLong, DoubleTest onDouble) {
    return infix(
        name,
        token,
        Typings.comparison(Typings.NUMERIC),
        x -> compare(x.get(0), x.get(1), onLong, onDouble));
  }

  private static Op equality(String name, String token, boolean wanted) {
    return infix(
            name,
            token,
            Typings.equality(),
            x ->
                wanted
                    == (x.get(0) instanceof Number
                        ? compare(x.get(0), x.get(1), (a, b) -> a == b, (a, b) -> a == b)
                        : x.get(0) instanceof Boolean a ? a.equals(x.get(1)) : same(x)))
        .with(Trait.COMMUTATIVE);
  }

  @SuppressWarnings("ReferenceEquality") // what Java's == means on references
  private static boolean same(List<Object> x) {
    return x.get(0) == x.get(1);
  }

  private static boolean compare(Object a, Object b, LongTest onLong, DoubleTest onDouble) {
    return a instanceof Double || a instanceof Float
        ? onDouble.of(((Number) a).doubleValue(), ((Number) b).doubleValue())
        : onLong.of(bits(a), bits(b));
  }

  private static Op infix(
      String name, String token, Op.Typing typing, Op.Evaluator evaluator, Slope... slopes) {
    return new Op(
        name, typing, evaluator, List.of(slopes), new Syntax.Infix(token), Cost.CHEAP, Set.of());
  }

  private static Op unary(String name, String token, Op.Typing typing, Unary evaluator) {
    return new Op(
        name,
        typing,
        x -> evaluator.of(x.get(0)),
        List.of(),
        new Syntax.Prefix(token),
        Cost.CHEAP,
        Set.of());
  }

  private static final class Negation implements Op.Evaluator {
    @Override
    public Object of(List<Object> x) {
      Object a = x.get(0);
      if (a instanceof Double d) {
        return -d;
      } else if (a instanceof Float f) {
        return -f;
      }
      return whole(-bits(a), a);
    }

    @Override
    public DoubleBinaryOperator onDoubles() {
      return (a, same) -> -a;
    }
  }

  private static long bits(Object x) {
    return x instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) x).longValue();
  }

  private static Object whole(long value, Object like) {
    if (like instanceof Boolean) {
      return value != 0;
    }
    return like instanceof Integer ? (Object) (int) value : (Object) value;
  }
}
