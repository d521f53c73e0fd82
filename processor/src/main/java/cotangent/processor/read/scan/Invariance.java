package cotangent.processor.read.scan;

import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether steps would compute the same again during a loop: they may read arrays of types that the
 * loop doesn't write.
 */
public final class Invariance {
  private final Set<Type> read = new HashSet<>();

  private Invariance() {}

  /** Looks at the steps that compute a bound; null where they do more than compute. */
  public static @Nullable Invariance of(List<Step> steps) {
    Invariance invariance = new Invariance();
    return steps.stream().allMatch(invariance::accepts) ? invariance : null;
  }

  private boolean accepts(Step step) {
    if (step instanceof Step.Read access) {
      read.add(access.array().type());
      return true;
    } else if (step instanceof Step.Call call) {
      return call.callee() instanceof Callee.Member member
          && member.owner().equals("java.lang.String");
    } else if (step instanceof Step.Branch branch) {
      return branch.then().steps().stream().allMatch(this::accepts)
          && branch.otherwise().steps().stream().allMatch(this::accepts);
    }
    return step instanceof Step.Constant || step instanceof Step.Apply;
  }

  /** Whether a loop's body leaves alone what was read. */
  public boolean holdsDuring(List<Step> body) {
    return read.isEmpty() || body.stream().noneMatch(this::disturbs);
  }

  private boolean disturbs(Step step) {
    if (Accesses.of(step).written().stream().anyMatch(array -> read.contains(array.type()))) {
      return true;
    }
    if (step instanceof Step.Call call
        && !(call.callee() instanceof Agreement)
        && call.operands().stream().anyMatch(operand -> operand.type().isArray())) {
      return true;
    }
    return step.regions().stream()
        .map(Region::steps)
        .anyMatch(steps -> steps.stream().anyMatch(this::disturbs));
  }
}
