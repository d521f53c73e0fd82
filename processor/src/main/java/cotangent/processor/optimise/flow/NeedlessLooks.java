package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Dereferences;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.PresenceRewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes what only throws where there is no array, such as the question for a length that nobody
 * wants: if there certainly is one, or if what follows throws the same.
 */
final class NeedlessLooks extends PresenceRewriter {
  private final Places places;
  private final Set<Value> returned;

  NeedlessLooks(Survey seen) {
    super(Set.of());
    this.places = seen.places();
    this.returned = Set.copyOf(seen.graph().results());
  }

  @Override
  protected void rewrite(Step step) {
    Value array = isMade(step) || !places.knows(step) ? null : looked(step);
    if (array != null && (present().contains(array) || isFollowed(step, array))) {
      return;
    }
    add(inside(step));
    present().made(step);
    if (!isMade(step)) {
      present().passed(step);
    }
  }

  /** Returns the array that a step only looks at, to throw where it is null. */
  private @Nullable Value looked(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH) {
      boolean isWanted =
          !places.users(apply.result()).isEmpty() || returned.contains(apply.result());
      return isWanted ? null : apply.operands().get(0);
    }
    return step instanceof Step.Branch branch
            && branch.otherwise().steps().isEmpty()
            && throwsNull(branch.then())
            && definition(branch.condition()) instanceof Step.Apply test
            && test.operation() == Operations.EQ
            && isNull(test.operands().get(1))
        ? test.operands().get(0)
        : null;
  }

  private boolean isNull(Value value) {
    return definition(value) instanceof Step.Constant constant && constant.value() == null;
  }

  /** Whether an arm does nothing but throw what Java throws where there is no array. */
  private static boolean throwsNull(Region arm) {
    return arm.steps().size() == 2
        && arm.steps().get(0) instanceof Step.Call made
        && made.operands().isEmpty()
        && made.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.NEW
        && member.owner().equals(NullPointerException.class.getName())
        && arm.steps().get(1) instanceof Step.Throw;
  }

  /** Whether the same array is accessed before anything else could be noticed. */
  private boolean isFollowed(Step look, Value array) {
    Region region = places.region(look);
    if (region == null) {
      return false;
    }
    boolean isPassed = false;
    for (Step next : region.steps()) {
      if (isPassed && !isMade(next) && accesses(next, array)) {
        return true;
      } else if (isPassed && !isSilent(next)) {
        return false;
      }
      isPassed |= next == look;
    }
    return false;
  }

  private static boolean accesses(Step step, Value array) {
    return Dereferences.of(step).contains(array) || goesByLength(step, array);
  }

  /** Whether a kernel is given no sizes, so that it asks the array for its length. */
  private static boolean goesByLength(Step step, Value array) {
    return TensorKernels.isKernel(step)
        && step.operands().get(0) == array
        && step.operands().stream().noneMatch(operand -> operand.type() == Type.INT);
  }

  private static boolean isSilent(Step step) {
    boolean isLength = step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
    return isPure(step) || isLength || isMade(step) && step.regions().isEmpty() && makesArray(step);
  }

  private static boolean makesArray(Step step) {
    return step instanceof Step.NewArray || step instanceof Step.ZerosLike;
  }
}
