package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows real numbers that are made of the bits of others as what they are: the number scaled by a
 * power of two, or rounded to fewer places, as a cast to {@code float} does.
 */
public final class BitTricks extends Rewriter {
  private static final int DEPTH = 12;
  private static final long SMALL = 1 << 10;
  private static final long SIGN = Long.MIN_VALUE;

  private static final Set<String> SHOWING =
      Set.of(
          "Double.doubleToLongBits",
          "Double.doubleToRawLongBits",
          "Float.floatToIntBits",
          "Float.floatToRawIntBits");

  /**
   * How a real number is laid out; the bits of a {@code float} stand where those of a double do.
   *
   * @param needed the part of the fraction that has to stay for the number to count as rounded
   */
  private record Layout(long exponent, long fraction, long needed, int places, int least) {
    static final Layout DOUBLE =
        new Layout(0x7ffL << 52, (1L << 52) - 1, ((1L << 20) - 1) << 32, 0, -1022);
    static final Layout FLOAT =
        new Layout(0xffL << 55, ((1L << 23) - 1) << 32, ((1L << 11) - 1) << 44, 32, -126);

    static Layout of(Type type) {
      return type == Type.FLOAT || type == Type.INT ? FLOAT : DOUBLE;
    }
  }

  private BitTricks() {}

  /** Returns the graph as it is to be differentiated. */
  public static Graph in(Graph graph) {
    return everywhere(graph, BitTricks::new);
  }

  @Override
  protected void rewrite(Step step) {
    add(inside(step));
    if (step instanceof Step.Apply apply && isMaking(apply)) {
      BitPattern pattern = pattern(apply.operands().get(0), DEPTH);
      Value seen = pattern == null ? null : seen(apply.result(), pattern);
      if (seen != null) {
        Value value = new Value(apply.result().type(), apply.result().name());
        add(
            new Step.Apply(
                value, Operations.SEEN_AS, List.of(apply.result(), seen), Position.NONE));
        replace(apply.result(), value);
      }
    }
  }

  private static boolean isMaking(Step.Apply apply) {
    String name = apply.operation().name();
    return name.equals("Double.longBitsToDouble") || name.equals("Float.intBitsToFloat");
  }

  private @Nullable BitPattern pattern(Value value, int depth) {
    int places = Layout.of(value.type()).places;
    if (constant(value) instanceof Number number) {
      return BitPattern.constant(number.longValue() << places);
    }
    return depth > 0 && definition(value) instanceof Step.Apply apply
        ? pattern(apply, places, depth)
        : null;
  }

  private @Nullable BitPattern pattern(Step.Apply apply, int places, int depth) {
    Op op = (Op) apply.operation();
    List<Value> operands = apply.operands();
    if (SHOWING.contains(op.name())) {
      return BitPattern.of(operands.get(0));
    } else if (op == Operations.SHL) {
      return shifted(operands, places);
    }
    return operands.size() == 2
            && (op == Operations.AND
                || op == Operations.OR
                || op == Operations.XOR
                || op == Operations.ADD
                || op == Operations.SUB)
        ? joined(op, operands, depth)
        : null;
  }

  /** A whole number that is shifted up leaves zeros behind. */
  private @Nullable BitPattern shifted(List<Value> operands, int places) {
    boolean isShown =
        definition(operands.get(0)) instanceof Step.Apply shown
            && SHOWING.contains(shown.operation().name());
    return constant(operands.get(1)) instanceof Number by && !isShown
        ? BitPattern.vague(-1L << Math.min(63, places + (by.intValue() & 63)))
        : null;
  }

  private @Nullable BitPattern joined(Op op, List<Value> operands, int depth) {
    BitPattern left = pattern(operands.get(0), depth - 1);
    BitPattern right = pattern(operands.get(1), depth - 1);
    if (op == Operations.ADD || op == Operations.SUB) {
      return sum(op, operands, left, right);
    } else if (left == null || right == null) {
      return null;
    } else if (op == Operations.OR) {
      return left.or(right);
    } else if (right.isConstant()) {
      return op == Operations.AND ? left.and(right.ones()) : left.xor(right.ones());
    }
    return !left.isConstant()
        ? null
        : op == Operations.AND ? right.and(left.ones()) : right.xor(left.ones());
  }

  /** What is added to the exponent scales; adding a very small number gives the neighbour. */
  private @Nullable BitPattern sum(
      Op op, List<Value> operands, @Nullable BitPattern left, @Nullable BitPattern right) {
    boolean isSwapped = op == Operations.ADD && (left == null || left.source() == null);
    BitPattern shown = isSwapped ? right : left;
    BitPattern added = isSwapped ? left : right;
    if (shown == null || shown.source() == null) {
      return null;
    } else if (isSmall(operands.get(isSwapped ? 0 : 1), DEPTH)) {
      return shown;
    }
    Layout layout = Layout.of(operands.get(0).type());
    long set = added == null || added.source() != null ? -1 : added.ones() | added.vague();
    return (set & layout.fraction) == 0 ? shown.blurred(layout.exponent) : null;
  }

  private boolean isSmall(Value value, int depth) {
    if (constant(value) instanceof Number number) {
      return Math.abs(number.longValue()) < SMALL;
    } else if (depth > 0 && definition(value) instanceof Step.Branch branch) {
      int i = branch.results().indexOf(value);
      return isSmall(branch.then().yields().get(i), depth - 1)
          && isSmall(branch.otherwise().yields().get(i), depth - 1);
    }
    if (depth == 0 || !(definition(value) instanceof Step.Apply apply)) {
      return false;
    } else if (((Op) apply.operation()).syntax() instanceof Op.Syntax.Cast) {
      return isSmall(apply.operands().get(0), depth - 1);
    }
    return apply.operation() == Operations.SELECT
        && apply.operands().subList(1, 3).stream().allMatch(each -> isSmall(each, depth - 1));
  }

  /**
   * Returns what a number made of a pattern is, written with real numbers; null if it isn't known.
   */
  private @Nullable Value seen(Value made, BitPattern pattern) {
    Layout layout = Layout.of(made.type());
    Value source = pattern.source();
    if (source == null
        || source.type() != made.type()
        || !isVisible(source)
        || !pattern.keepsFraction(layout.fraction, layout.needed)
        || (pattern.turned() & layout.exponent) != 0
        || (pattern.kept() | SIGN) == (layout.exponent | layout.fraction | SIGN)) {
      return null; // in the last case an error names the function of Math for it
    }
    boolean isSignVague = (pattern.vague() & SIGN) != 0;
    Value signed =
        isSignVague
            ? apply(Operations.COPY_SIGN, Position.NONE, source, made)
            : signed(source, pattern);
    boolean isScaled = (pattern.kept() & layout.exponent) != layout.exponent;
    return isScaled ? scaled(signed, made, source, layout) : signed;
  }

  private Value signed(Value source, BitPattern pattern) {
    if (pattern.sign() != null) {
      Value signed = apply(Operations.COPY_SIGN, Position.NONE, source, pattern.sign());
      return (pattern.turned() & SIGN) == 0 ? signed : negated(signed);
    } else if ((pattern.kept() & SIGN) != 0) {
      return (pattern.turned() & SIGN) == 0 ? source : negated(source);
    }
    Value size = apply(Operations.ABS, Position.NONE, source);
    return (pattern.ones() & SIGN) == 0 ? size : negated(size);
  }

  private Value negated(Value value) {
    return apply(Operations.NEG, Position.NONE, value);
  }

  private Value scaled(Value signed, Value made, Value source, Layout layout) {
    Value by =
        apply(Operations.SUB, Position.NONE, exponent(made, layout), exponent(source, layout));
    return apply(Operations.byName("scalb"), Position.NONE, signed, by);
  }

  /** Subnormal numbers are laid out like those just above them. */
  private Value exponent(Value of, Layout layout) {
    Value exponent = apply(Operations.byName("getExponent"), Position.NONE, of);
    return apply(Operations.MAX, Position.NONE, exponent, constant(Type.INT, layout.least));
  }
}
