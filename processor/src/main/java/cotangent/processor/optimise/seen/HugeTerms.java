package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Treats numbers that are rounded to whole ones, by adding a huge number and subtracting it again,
 * as constant, like the result of {@code rint}: {@code (x + 0x1p52) - 0x1p52}.
 */
public final class HugeTerms extends Rewriter {
  /** From this size on, a sum has at most two binary places. */
  private static final double HUGE = 0x1p50;

  private static final double HUGE_IN_SINGLE = 0x1p21;
  private static final int DEPTH = 4;

  private HugeTerms() {}

  /** Returns the graph as it is to be differentiated. */
  public static Graph in(Graph graph) {
    return everywhere(graph, HugeTerms::new);
  }

  @Override
  protected void rewrite(Step step) {
    add(inside(step));
    if (step instanceof Step.Apply apply && apply.result().type().isReal()) {
      Value term = termTakenBack(apply);
      if (term != null && isHuge(term, DEPTH)) {
        replace(apply.result(), seenAsZero(apply.result()));
      } else if (term != null && isStaticField(term)) {
        replace(apply.result(), seenAsZeroWhereHuge(apply.result(), term));
      }
    }
  }

  private Value seenAsZero(Value rounded) {
    return named(rounded, Operations.SEEN_AS, rounded, unassigned(rounded.type()));
  }

  /** What a field holds is known when the method runs, not before. */
  private Value seenAsZeroWhereHuge(Value rounded, Value term) {
    Object least = rounded.type() == Type.FLOAT ? (float) HUGE_IN_SINGLE : (Object) HUGE;
    Value size = apply(Operations.ABS, Position.NONE, term);
    Value isHuge = apply(Operations.GE, Position.NONE, size, constant(rounded.type(), least));
    return named(rounded, Operations.SELECT, isHuge, seenAsZero(rounded), rounded);
  }

  private Value named(Value rounded, Op operation, Value... operands) {
    Value seen = new Value(rounded.type(), rounded.name());
    add(new Step.Apply(seen, operation, List.of(operands), Position.NONE));
    return seen;
  }

  /** Returns what was added to a number and is now subtracted again, or the reverse. */
  private @Nullable Value termTakenBack(Step.Apply apply) {
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.SUB) {
      Step.Apply sum = applied(Operations.ADD, operands.get(0));
      return sum != null && sum.operands().stream().anyMatch(one -> isSame(one, operands.get(1)))
          ? operands.get(1)
          : null;
    } else if (apply.operation() != Operations.ADD) {
      return null;
    }
    for (Value one : operands) {
      Step.Apply difference = applied(Operations.SUB, one);
      Value other = other(operands, one);
      if (difference != null && isSame(difference.operands().get(1), other)) {
        return other;
      }
    }
    return null;
  }

  private static Value other(List<Value> two, Value one) {
    return two.get(0) == one ? two.get(1) : two.get(0);
  }

  /** Whether two values are certainly the same number. */
  private boolean isSame(Value one, Value other) {
    Object number = constant(one);
    Callee field = isStaticField(one) ? callee(one) : null;
    return one == other
        || number != null && number.equals(constant(other))
        || field != null && field.equals(callee(other));
  }

  private boolean isStaticField(Value value) {
    return callee(value) instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.STATIC_FIELD;
  }

  private @Nullable Callee callee(Value value) {
    return definition(value) instanceof Step.Call call ? call.callee() : null;
  }

  /** A constant, or one that gets the sign of something, or one of two. */
  private boolean isHuge(Value value, int depth) {
    double least = value.type() == Type.FLOAT ? HUGE_IN_SINGLE : HUGE;
    if (constant(value) instanceof Number number) {
      return Math.abs(number.doubleValue()) >= least;
    }
    Step.Apply apply = definition(value) instanceof Step.Apply made ? made : null;
    if (apply == null || depth == 0) {
      return false;
    } else if (apply.operation() == Operations.SELECT) {
      return apply.operands().subList(1, 3).stream().allMatch(each -> isHuge(each, depth - 1));
    }
    boolean keepsSize =
        apply.operation() == Operations.NEG || apply.operation().name().endsWith("copySign");
    return keepsSize && isHuge(apply.operands().get(0), depth - 1);
  }
}
