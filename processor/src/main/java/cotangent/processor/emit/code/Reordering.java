package cotangent.processor.emit.code;

import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which steps may change places. Two from the source that may end in exceptions keep their order,
 * as it would show. Other reads may change places, and a read may be done after a write that was
 * before it if the two arrays can't be the same: one was made here, and no array of arrays has been
 * changed.
 */
final class Reordering {
  private static final String WORKSPACE = "cotangent.Workspace";

  private final Layout layout;
  private final Uses uses;
  private final boolean isRowStored;
  private final Map<Step, Effect> effects = new IdentityHashMap<>();

  Reordering(Graph graph, Layout layout, Uses uses) {
    this.layout = layout;
    this.uses = uses;
    this.isRowStored = storesRow(graph.body());
  }

  Effect effect(Step step) {
    return step.regions().isEmpty() ? Effect.of(step) : effects.computeIfAbsent(step, Effect::of);
  }

  /** Whether a step may be done after one that follows it. */
  boolean commute(Step earlier, Step later) {
    Effect first = effect(earlier);
    Effect second = effect(later);
    if (first == Effect.NONE || second == Effect.NONE) {
      return true;
    } else if (isUsers(earlier) && isUsers(later)) {
      return readSame(earlier, later);
    } else if (first == Effect.READ && second == Effect.READ) {
      return true;
    }
    return earlier instanceof Step.Read read
        && later instanceof Step.Write write
        && areApart(root(read.array()), root(write.array()));
  }

  /** Whether a step comes from the source, so that the order of exceptions shows. */
  private static boolean isUsers(Step step) {
    return !step.position().isMade();
  }

  private boolean readSame(Step earlier, Step later) {
    return earlier instanceof Step.Read one
        && later instanceof Step.Read other
        && layout.origin(one.array()) == layout.origin(other.array())
        && layout.origin(one.index()) == layout.origin(other.index());
  }

  private boolean areApart(Value a, Value b) {
    return !isRowStored
        && a != b
        && (isMadeHere(a) && (isMadeHere(b) || isGiven(b)) || isGiven(a) && isMadeHere(b));
  }

  private boolean isGiven(Value array) {
    return uses.isParameter(array);
  }

  private boolean isMadeHere(Value array) {
    Uses.Site site = uses.site(array);
    return site != null
        && (site.step() instanceof Step.NewArray
            || site.step() instanceof Step.ZerosLike
            || isFromWorkspace(site.step())
            || (site.step() instanceof Step.Clone && array.type().rank() == 1));
  }

  /** Whether a step asks the workspace for an array, which nobody else has. */
  private static boolean isFromWorkspace(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.owner().equals(WORKSPACE);
  }

  /** Returns the array that a row was read from. */
  private Value root(Value array) {
    Value root = layout.origin(array);
    Uses.Site site = uses.site(root);
    while (site != null && site.step() instanceof Step.Read read) {
      root = layout.origin(read.array());
      site = uses.site(root);
    }
    return root;
  }

  private static boolean storesRow(Region region) {
    for (Step step : region.steps()) {
      if (storesRow(step)) {
        return true;
      }
      for (Region inner : step.regions()) {
        if (storesRow(inner)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean storesRow(Step step) {
    boolean isHandedOn = step instanceof Step.Call && !isFromWorkspace(step);
    return Accesses.of(step).storesRows()
        || isHandedOn && step.operands().stream().anyMatch(o -> o.type().isArray());
  }
}
