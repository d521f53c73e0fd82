package cotangent.processor.optimise.number;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The laws of arithmetic that hold bit for bit on all numbers, minus zero, infinities and NaN
 * included (so {@code x + 0.0} isn't {@code x}). Only whole numbers are reassociated. In
 * derivatives the sign of zero doesn't matter, and anything times zero is zero: what doesn't reach
 * a result contributes nothing, whatever its slope is.
 */
final class Algebra {
  private final Rewriter out;
  private final Map<Op, Law> laws = new HashMap<>();

  /** Returns the simpler value; null where the law doesn't apply. */
  private interface Law {
    @Nullable Value of(Step.Apply apply, Value first, Value last);
  }

  Algebra(Rewriter out) {
    this.out = out;
    laws.put(Operations.ADD, this::sum);
    laws.put(Operations.SUB, this::difference);
    laws.put(Operations.MUL, this::product);
    laws.put(Operations.DIV, this::quotient);
    laws.put(Operations.NEG, (apply, x, same) -> minus(apply, x));
    laws.put(Operations.AND, (apply, a, b) -> decided(a, b, true));
    laws.put(Operations.OR, (apply, a, b) -> decided(a, b, false));
    laws.put(Operations.NOT, (apply, x, same) -> negation(apply, x));
    laws.put(Operations.SELECT, (apply, c, last) -> choice(apply));
    laws.put(Operations.UNLESS_ZERO, (apply, w, x) -> vanishesWith(w, x) ? x : null);
    laws.put(Operations.POW, this::power);
    laws.put(Operations.MAX, this::maximum);
    laws.put(Operations.MIN, (apply, a, b) -> same(a, b));
    laws.put(Operations.EQ, (apply, a, b) -> equality(apply, a, b, true));
    laws.put(Operations.NE, (apply, a, b) -> equality(apply, a, b, false));
    for (Type.Scalar type : Type.Scalar.values()) {
      if (type != Type.BOOLEAN) {
        laws.put(Operations.cast(type), (apply, x, same) -> x.type().equals(type) ? x : null);
      }
    }
  }

  @Nullable Value simplified(Step.Apply apply) {
    Law law = laws.get((Op) apply.operation());
    int last = apply.operands().size() - 1;
    return law == null ? null : law.of(apply, apply.operands().get(0), apply.operands().get(last));
  }

  private @Nullable Value sum(Step.Apply apply, Value a, Value b) {
    boolean anyZero = a.type().isIntegral() || Rewriter.isMade(apply);
    if (is(b, -0.0) || anyZero && is(b, 0)) {
      return a;
    } else if (is(a, -0.0) || anyZero && is(a, 0)) {
      return b;
    } else if (a == b && a.type().isReal() && Rewriter.isMade(apply)) {
      return twice(apply.result().name(), a);
    }
    Value before = beforeSame(apply, a, b);
    if (before != null) {
      return out.apply(Operations.ADD, apply.position(), before, twice("", b));
    }
    Value minusB = innerOf(Operations.NEG, b);
    if (minusB != null) {
      return out.apply(Operations.SUB, apply.position(), a, minusB);
    }
    Value minusA = innerOf(Operations.NEG, a);
    if (minusA != null) {
      return out.apply(Operations.SUB, apply.position(), b, minusA);
    }
    return a.type().isIntegral() && out.constant(b) != null ? shifted(apply, a, b, 1) : null;
  }

  /** Returns {@code x} of {@code (x + b) + b}, in derivatives. */
  private @Nullable Value beforeSame(Step.Apply apply, Value sum, Value b) {
    Step.Apply inner = out.applied(Operations.ADD, sum);
    return inner != null
            && b.type().isReal()
            && inner.operands().get(1) == b
            && Rewriter.isMade(inner)
            && Rewriter.isMade(apply)
        ? inner.operands().get(0)
        : null;
  }

  private @Nullable Value difference(Step.Apply apply, Value a, Value b) {
    if (a.type().isIntegral() ? is(b, 0) : is(b, 0.0)) {
      return a;
    } else if (a.type().isIntegral() && a == b) {
      return whole(a.type(), 0);
    } else if (Rewriter.isMade(apply) && a.type().isReal() && isZero(b)) {
      return a;
    } else if (Rewriter.isMade(apply) && a.type().isReal() && isZero(a)) {
      return out.apply(Operations.NEG, apply.position(), b);
    }
    Value minusB = innerOf(Operations.NEG, b);
    if (minusB != null) {
      return out.apply(Operations.ADD, apply.position(), a, minusB);
    } else if (a.type().isReal() && innerOf(Operations.NEG, a) == b && Rewriter.isMade(apply)) {
      return out.apply(Operations.NEG, apply.position(), twice(apply.result().name(), b));
    } else if (a.type().isIntegral()) {
      return out.constant(b) != null ? shifted(apply, a, b, -1) : wholeDifference(a, b);
    }
    return null;
  }

  /** {@code (x + a) - x} and {@code (x + a) - a}. */
  private @Nullable Value wholeDifference(Value sum, Value b) {
    Step.Apply add = out.applied(Operations.ADD, sum);
    if (add == null) {
      return null;
    }
    Value first = add.operands().get(0);
    Value second = add.operands().get(1);
    return second == b ? first : first == b ? second : null;
  }

  /**
   * {@code (x + c) + d} for whole numbers, {@code c} and {@code d} constant: {@code x + (c + d)}.
   */
  private @Nullable Value shifted(Step.Apply apply, Value a, Value b, int sign) {
    Step.Apply inner = out.applied(Operations.ADD, a);
    int innerSign = 1;
    if (inner == null) {
      inner = out.applied(Operations.SUB, a);
      innerSign = -1;
    }
    if (inner == null
        || !(out.constant(inner.operands().get(1)) instanceof Number c)
        || !(out.constant(b) instanceof Number d)) {
      return null;
    }
    long sum = innerSign * c.longValue() + sign * d.longValue();
    Value x = inner.operands().get(0);
    if (sum == 0) {
      return x;
    }
    return sum > 0
        ? out.apply(Operations.ADD, apply.position(), x, whole(a.type(), sum))
        : out.apply(Operations.SUB, apply.position(), x, whole(a.type(), -sum));
  }

  private @Nullable Value minus(Step.Apply apply, Value x) {
    Step.Apply difference = out.applied(Operations.SUB, x);
    return x.type().isIntegral() && difference != null
        ? out.apply(
            Operations.SUB,
            apply.position(),
            difference.operands().get(1),
            difference.operands().get(0))
        : innerOf(Operations.NEG, x);
  }

  private @Nullable Value product(Step.Apply apply, Value a, Value b) {
    if (is(b, 1)) {
      return a;
    } else if (is(a, 1)) {
      return b;
    } else if (is(b, -1)) {
      return out.apply(Operations.NEG, apply.position(), a);
    } else if (is(a, -1)) {
      return out.apply(Operations.NEG, apply.position(), b);
    } else if (a.type().isIntegral() && (is(a, 0) || is(b, 0))) {
      return whole(a.type(), 0);
    } else if (Rewriter.isMade(apply) && (isZero(a) || isZero(b))) {
      return out.unassigned(a.type());
    }
    boolean isTwice = is(a, 2) && a.type().isReal() && Rewriter.isMade(apply);
    Value whole = isTwice ? twiceHalf(b) : null;
    if (whole != null) {
      return whole;
    }
    Value minusA = innerOf(Operations.NEG, a);
    Value minusB = innerOf(Operations.NEG, b);
    if (minusA != null && minusB != null) {
      return out.apply(Operations.MUL, apply.position(), minusA, minusB);
    }
    return minusA == null && minusB == null || !Rewriter.isMade(apply)
        ? null
        : negated(Operations.MUL, minusA == null ? a : minusA, minusB == null ? b : minusB);
  }

  /** Returns what remains of two tests of which one is settled: the other one, or that. */
  private @Nullable Value decided(Value a, Value b, boolean leavesOther) {
    if (out.constant(a) instanceof Boolean truth) {
      return truth == leavesOther ? b : a;
    }
    return out.constant(b) instanceof Boolean truth ? truth == leavesOther ? a : b : null;
  }

  /**
   * Twice a product in which there is a half, {@code x * 0.5} or {@code x / 2 * y}; null for any
   * other value.
   */
  private @Nullable Value twiceHalf(Value product) {
    Step.Apply times = out.applied(Operations.MUL, product);
    if (times == null) {
      return null;
    }
    Value first = times.operands().get(0);
    Value last = times.operands().get(1);
    if (is(first, 0.5)) {
      return last;
    } else if (is(last, 0.5)) {
      return first;
    }
    Step.Apply half = out.applied(Operations.DIV, first);
    return half != null && is(half.operands().get(1), 2)
        ? out.apply(Operations.MUL, Position.NONE, half.operands().get(0), last)
        : null;
  }

  private @Nullable Value quotient(Step.Apply apply, Value a, Value b) {
    if (is(b, 1)) {
      return a;
    } else if (is(b, -1)) {
      return out.apply(Operations.NEG, apply.position(), a);
    }
    if (Rewriter.isMade(apply) && a.type().isReal() && isZero(a)) {
      return a;
    }
    Value minusA = a.type().isReal() ? innerOf(Operations.NEG, a) : null;
    return minusA != null && Rewriter.isMade(apply) ? negated(Operations.DIV, minusA, b) : null;
  }

  /** Moves a minus out of a product, to where a sum can take it up. */
  private Value negated(Op op, Value a, Value b) {
    return out.apply(Operations.NEG, Position.NONE, out.apply(op, Position.NONE, a, b));
  }

  private @Nullable Value negation(Step.Apply apply, Value x) {
    Value inner = innerOf(Operations.NOT, x);
    if (inner != null) {
      return inner;
    }
    Step.Apply equal = out.applied(Operations.EQ, x);
    Step.Apply unequal = out.applied(Operations.NE, x);
    if (equal != null) {
      return out.apply(
          Operations.NE, apply.position(), equal.operands().get(0), equal.operands().get(1));
    }
    return unequal == null
        ? null
        : out.apply(
            Operations.EQ, apply.position(), unequal.operands().get(0), unequal.operands().get(1));
  }

  private @Nullable Value choice(Step.Apply apply) {
    Value then = apply.operands().get(1);
    Value otherwise = apply.operands().get(2);
    if (then == otherwise) {
      return then;
    }
    Object condition = out.constant(apply.operands().get(0));
    return condition == null ? null : condition.equals(true) ? then : otherwise;
  }

  /** Whether what a weight switches off where it is zero is nothing there anyway. */
  private boolean vanishesWith(Value weight, Value scaled) {
    Object known = out.constant(weight);
    Step.Apply choice = out.applied(Operations.SELECT, weight);
    Step.Apply same = out.applied(Operations.SELECT, scaled);
    if (known != null || choice == null || same == null) {
      return known != null && (!isZero(weight) || isZero(scaled));
    }
    return choice.operands().get(0) == same.operands().get(0)
        && vanishesWith(choice.operands().get(1), same.operands().get(1))
        && vanishesWith(choice.operands().get(2), same.operands().get(2));
  }

  /** Java guarantees both of these. */
  private @Nullable Value power(Step.Apply apply, Value base, Value exponent) {
    if (is(exponent, 1)) {
      return base;
    }
    return is(exponent, 0) ? out.constant(Type.DOUBLE, 1.0) : null;
  }

  /** A length isn't negative. */
  private @Nullable Value maximum(Step.Apply apply, Value a, Value b) {
    if (is(a, 0) && out.applied(Operations.LENGTH, b) != null) {
      return b;
    }
    return is(b, 0) && out.applied(Operations.LENGTH, a) != null ? a : same(a, b);
  }

  private static @Nullable Value same(Value a, Value b) {
    return a == b && a.type().isIntegral() ? a : null;
  }

  private @Nullable Value equality(Step.Apply apply, Value a, Value b, boolean whenSame) {
    if (a == b && !a.type().isReal()) {
      return out.constant(Type.BOOLEAN, whenSame);
    }
    Value chosen = a.type() == Type.INT ? chosen(a, out.constant(b), whenSame) : null;
    if (chosen != null) {
      return chosen;
    }
    Value minusA = innerOf(Operations.NEG, a);
    return minusA != null && isZero(b)
        ? out.apply((Op) apply.operation(), apply.position(), minusA, b)
        : null;
  }

  /** Compares one of two constants with a constant: it was the condition that chose. */
  private @Nullable Value chosen(Value number, @Nullable Object constant, boolean whenSame) {
    Choice choice = Choice.of(number, out);
    if (choice == null || constant == null) {
      return null;
    }
    Object then = out.constant(choice.then());
    Object otherwise = out.constant(choice.otherwise());
    if (then == null || otherwise == null) {
      return null;
    }
    boolean ofThen = then.equals(constant) == whenSame;
    boolean ofOther = otherwise.equals(constant) == whenSame;
    if (ofThen == ofOther) {
      return out.constant(Type.BOOLEAN, ofThen);
    }
    Value condition = choice.condition();
    return ofThen ? condition : out.apply(Operations.NOT, Position.NONE, condition);
  }

  /** A value that is one of two. */
  private record Choice(Value condition, Value then, Value otherwise) {

    static @Nullable Choice of(Value value, Rewriter out) {
      Step.Apply select = out.applied(Operations.SELECT, value);
      if (select != null) {
        List<Value> operands = select.operands();
        return new Choice(operands.get(0), operands.get(1), operands.get(2));
      }
      Step.Branch branch = out.branch(value);
      if (branch == null || branch.then().diverges() || branch.otherwise().diverges()) {
        return null;
      }
      int index = branch.results().indexOf(value);
      return new Choice(
          branch.condition(),
          branch.then().yields().get(index),
          branch.otherwise().yields().get(index));
    }
  }

  /** Returns the operand of the operation that made a value, where it was that one. */
  private @Nullable Value innerOf(Op op, Value value) {
    Step.Apply apply = out.applied(op, value);
    return apply == null ? null : apply.operands().get(0);
  }

  private Value whole(Type type, long value) {
    return out.constant(type, type == Type.LONG ? (Object) value : (Object) (int) value);
  }

  /** {@code 2 * x}, which is {@code x + x} to the last bit. */
  private Value twice(String name, Value x) {
    Value two = out.constant(x.type(), x.type() == Type.FLOAT ? (Object) 2f : (Object) 2.0);
    Value twice = new Value(x.type(), name);
    out.add(new Step.Apply(twice, Operations.MUL, List.of(two, x), Position.NONE));
    return twice;
  }

  /** Whether a value is zero, of whatever sign. */
  private boolean isZero(Value value) {
    return is(value, 0) || is(value, -0.0);
  }

  /** Whether a value is that constant; the sign of zero counts. */
  private boolean is(Value value, double wanted) {
    return out.constant(value) instanceof Number number
        && Double.doubleToRawLongBits(number.doubleValue()) == Double.doubleToRawLongBits(wanted);
  }
}
