package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.PresentRecords;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the records that could come as null, but are asked for a component whichever way the method
 * takes: it would end in the exception in which it ends at once if they are simply taken apart.
 */
public final class CertainRecords {
  private final Places places;
  private final Set<Value> certain = new HashSet<>();

  private CertainRecords(Method method) {
    this.places = new Places(method.graph().body());
  }

  /** Returns a method that doesn't ask whether such records are there; itself if it has none. */
  public static Method in(Method method) {
    if (method.inputs().stream().noneMatch(Port::mayBeLacking)) {
      return method;
    }
    CertainRecords found = new CertainRecords(method);
    found.find(method.graph().body());
    return PresentRecords.in(method, found.certain::contains);
  }

  /** Finds what can only be true where the method returns; loops have a round. */
  private void find(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Loop loop) {
        find(loop.body());
      } else if (step instanceof Step.Branch branch) {
        Value condition = branch.condition();
        boolean isNegated =
            places.definition(condition) instanceof Step.Apply apply
                && apply.operation() == Operations.NOT;
        if (isNegated && isForNull(branch.then())) {
          certain.add(Objects.requireNonNull(places.definition(condition)).operands().get(0));
        } else if (!isNegated && isForNull(branch.otherwise())) {
          certain.add(condition);
        }
      }
    }
  }

  /** Whether a region does nothing but throw what Java throws where null is asked for something. */
  private static boolean isForNull(Region region) {
    return region.diverges()
        && region.steps().size() == 2
        && region.steps().get(0) instanceof Step.Call call
        && call.operands().isEmpty()
        && call.callee() instanceof Callee.Member member
        && member.owner().equals(NullPointerException.class.getName());
  }
}
