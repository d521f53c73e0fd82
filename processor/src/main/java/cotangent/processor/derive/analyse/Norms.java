package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the roots for which one guard does for all that they are computed from: a sum of squares is
 * zero only where all its terms are, and then none of them moves it; and what is divided by a root
 * of zero is no number anyway.
 */
final class Norms {
  private static final int DEPTH = 8;

  private final Places places;

  Norms(Places places) {
    this.places = places;
  }

  /** Whether an operation is a root of a sum of squares. */
  boolean isNorm(Step.Apply apply) {
    return isNamed(apply, "sqrt") && isSquares(apply.operands().get(0), DEPTH, new HashSet<>());
  }

  /** Whether the region that computes a number also divides by it, or by a product with it. */
  boolean isDivisor(Value value) {
    return isDivisor(value, DEPTH);
  }

  private boolean isDivisor(Value value, int depth) {
    for (Step user : depth == 0 ? List.<Step>of() : places.users(value)) {
      if (user instanceof Step.Apply apply && places.region(user) == places.region(value)) {
        boolean divides =
            apply.operation() == Operations.DIV && apply.operands().get(1) == value
                || apply.operation() == Operations.MUL && isDivisor(apply.result(), depth - 1);
        if (divides) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * @param summed what loops carry of which this is being found out
   */
  private boolean isSquares(Value value, int depth, Set<Value> summed) {
    Step maker = places.maker(value);
    if (depth == 0 || maker == null) {
      return false;
    } else if (maker instanceof Step.Constant constant) {
      return constant.value() instanceof Number number && number.doubleValue() == 0;
    } else if (maker instanceof Step.Apply apply) {
      return isSquares(apply, depth, summed);
    } else if (maker instanceof Step.Loop loop) {
      int k =
          loop.results().contains(value)
              ? loop.results().indexOf(value)
              : loop.carried().indexOf(value);
      return k >= 0
          && (!summed.add(loop.carried().get(k))
              || isSquares(loop.initial().get(k), depth - 1, summed)
                  && isSquares(loop.body().yields().get(k), depth - 1, summed));
    } else if (maker instanceof Step.Branch branch && branch.results().contains(value)) {
      int k = branch.results().indexOf(value);
      return isSquares(branch.then().yields().get(k), depth - 1, summed)
          && isSquares(branch.otherwise().yields().get(k), depth - 1, summed);
    }
    return false;
  }

  private boolean isSquares(Step.Apply apply, int depth, Set<Value> summed) {
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.ADD) {
      return operands.stream().allMatch(each -> isSquares(each, depth - 1, summed));
    } else if (apply.operation() == Operations.MUL) {
      return operands.get(0) == operands.get(1);
    } else if (isNamed(apply, "fma")) {
      return operands.get(0) == operands.get(1) && isSquares(operands.get(2), depth - 1, summed);
    }
    return isNamed(apply, "pow")
        && places.definition(operands.get(1)) instanceof Step.Constant constant
        && constant.value() instanceof Double exponent
        && exponent > 0
        && exponent % 2 == 0;
  }

  private static boolean isNamed(Step.Apply apply, String name) {
    String full = ((Op) apply.operation()).name();
    return full.equals(name) || full.equals("StrictMath." + name);
  }
}
