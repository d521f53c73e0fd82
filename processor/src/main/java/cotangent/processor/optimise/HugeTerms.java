package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/**
 * Lets what is rounded to whole numbers by adding a huge one, which is taken away again, be seen as
 * constant, as what {@code rint} gives is: {@code (x + 0x1p52) - 0x1p52}.
 */
public final class HugeTerms extends Rewriter {
  /** From here on, a sum has two binary places at most. */
  private static final double HUGE = 0x1p50;

  private static final double HUGE_IN_SINGLE = 0x1p21;
  private static final int DEPTH = 4;

  private HugeTerms() {}

  /** Gives the graph as it is to be differentiated. */
  public static Graph in(Graph graph) {
    Graph seen = new HugeTerms().rewrite(graph);
    List<Graph> functions =
        graph.functions().stream().map(function -> new HugeTerms().rewrite(function)).toList();
    return new Graph(seen.name(), seen.body(), functions);
  }

  @Override
  void rewrite(Step step) {
    add(inside(step));
    if (step instanceof Step.Apply apply && isRounded(apply)) {
      Type type = apply.result().type();
      GraphBuilder zero = new GraphBuilder();
      Value constant = type == Type.FLOAT ? zero.constant(0f) : zero.constant(0.0);
      zero.steps().forEach(this::add);
      Value seen = new Value(type, apply.result().name());
      List<Value> operands = List.of(apply.result(), constant);
      add(new Step.Apply(seen, Operations.SEEN_AS, operands, Position.NONE));
      replace(apply.result(), seen);
    }
  }

  private boolean isRounded(Step.Apply apply) {
    if (!apply.result().type().isReal()) {
      return false;
    } else if (apply.operation() == Operations.SUB) {
      return definition(apply.operands().get(0)) instanceof Step.Apply sum
          && sum.operation() == Operations.ADD
          && sum.operands().stream().anyMatch(term -> isSame(term, apply.operands().get(1)));
    }
    return apply.operation() == Operations.ADD
        && apply.operands().stream()
            .anyMatch(
                one ->
                    definition(one) instanceof Step.Apply difference
                        && difference.operation() == Operations.SUB
                        && isSame(difference.operands().get(1), other(apply.operands(), one)));
  }

  private static Value other(List<Value> two, Value one) {
    return two.get(0) == one ? two.get(1) : two.get(0);
  }

  /** Tells whether two values are the same huge number. */
  private boolean isSame(Value one, Value other) {
    Object number = constant(one);
    boolean isEqual = one == other || number != null && number.equals(constant(other));
    return isEqual && isHuge(one, DEPTH);
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
