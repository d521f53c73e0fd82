package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Skips a loop of the backward half that only adds multiples of a cotangent, where that cotangent
 * may well be zero: the slope of a maximum, or of an arm that wasn't taken.
 */
final class IdleLoops extends Rewriter {
  private final Places places;
  private final Deque<Value> nonzero = new ArrayDeque<>();

  IdleLoops(Places places) {
    this.places = places;
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Branch branch
        && places.definition(branch.condition()) instanceof Step.Apply test
        && test.operation() == Operations.NE) {
      add(
          branch.withRegions(
              arm -> arm == branch.then() ? knowing(test.operands(), arm) : region(arm)));
      return;
    }
    Value factor = step instanceof Step.Loop loop ? factor(loop) : null;
    if (factor == null || !isVisible(factor) || nonzero.contains(factor)) {
      add(inside(step));
    } else {
      Value zero = constant(factor.type(), factor.type() == Type.FLOAT ? (Object) 0f : 0.0);
      Value counts = apply(Operations.NE, Position.NONE, factor, zero);
      Region then = knowing(List.of(factor), new Region(List.of(), List.of(step), List.of()));
      Region otherwise = new Region(List.of(), List.of(), List.of());
      add(new Step.Branch(List.of(), counts, then, otherwise, Position.NONE));
    }
  }

  private Region knowing(List<Value> different, Region arm) {
    different.forEach(nonzero::push);
    Region rewritten = region(arm);
    different.forEach(value -> nonzero.pop());
    return rewritten;
  }

  /** Returns the number that all that a loop adds is a multiple of, if it may well be zero. */
  private @Nullable Value factor(Step.Loop loop) {
    Set<Value> factors = new HashSet<>();
    return addsMultiples(loop, factors) && factors.size() == 1 ? factors.iterator().next() : null;
  }

  private boolean addsMultiples(Step.Loop loop, Set<Value> factors) {
    return isMade(loop)
        && loop.results().isEmpty()
        && !loop.body().diverges()
        && loop.body().steps().stream().allMatch(step -> addsMultiples(step, factors));
  }

  private boolean addsMultiples(Step step, Set<Value> factors) {
    if (step instanceof Step.Write write) {
      Value factor = isMade(write) ? factorOfAddend(write) : null;
      if (factor != null) {
        factors.add(factor);
      }
      return factor != null;
    }
    return step instanceof Step.Loop inner
        ? addsMultiples(inner, factors)
        : step instanceof Step.Constant || step instanceof Step.Read || step instanceof Step.Apply;
  }

  private @Nullable Value factorOfAddend(Step.Write write) {
    if (!(places.definition(write.value()) instanceof Step.Apply sum) || !isMade(sum)) {
      return null;
    }
    Value first = sum.operands().get(0);
    Value last = sum.operands().get(sum.operands().size() - 1);
    if (sum.operation() == Operations.ADD && isOld(last, write)) {
      return factor(first);
    }
    return (sum.operation() == Operations.ADD || sum.operation() == Operations.SUB)
            && isOld(first, write)
        ? factor(last)
        : null;
  }

  private boolean isOld(Value value, Step.Write write) {
    return places.definition(value) instanceof Step.Read read
        && read.array() == write.array()
        && read.index() == write.index();
  }

  /** Finds a factor of a product that may well be zero. */
  private @Nullable Value factor(Value product) {
    if (mayWellBeZero(product)) {
      return product;
    }
    if (!(places.definition(product) instanceof Step.Apply apply) || !isMade(apply)) {
      return null;
    }
    Op op = (Op) apply.operation();
    Value first = apply.operands().get(0);
    if (op == Operations.NEG || op == Operations.DIV) {
      return factor(first);
    } else if (op == Operations.MUL) {
      Value factor = factor(first);
      return factor != null ? factor : factor(apply.operands().get(1));
    }
    return null;
  }

  /** Whether a cotangent is zero in one of several cases. */
  private boolean mayWellBeZero(Value value) {
    Step step = places.definition(value);
    if (step instanceof Step.Apply apply && apply.operation() == Operations.SELECT) {
      return isMade(apply)
          && !isTestForZero(apply.operands().get(0))
          && apply.operands().subList(1, 3).stream().anyMatch(x -> isZero(x) || mayWellBeZero(x));
    }
    if (!(step instanceof Step.Branch branch)) {
      return false;
    }
    int i = branch.results().indexOf(value);
    return branch.regions().stream()
        .anyMatch(arm -> !arm.diverges() && isZero(arm.yields().get(i)));
  }

  /** Whether it is a guard for the unexpected case that a cotangent is zero. */
  private boolean isTestForZero(Value condition) {
    return places.definition(condition) instanceof Step.Apply test
        && test.operation() == Operations.EQ
        && test.operands().stream().anyMatch(this::isZero);
  }

  private boolean isZero(Value value) {
    return places.definition(value) instanceof Step.Constant constant
        && constant.value() instanceof Number number
        && value.type().isReal()
        && number.doubleValue() == 0;
  }
}
