package cotangent.processor.read;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows a record that comes in to where it is read. To put it into an array doesn't read it; to
 * read the array does, unless that is certainly another element.
 */
final class HandedRecord {
  private final List<Value> leaves;
  private final Map<Value, Object> constants = new HashMap<>();

  /**
   * The arrays that hold the record, with the indices where it is; the values that aren't known.
   */
  private final Map<Value, Set<Object>> holders = new HashMap<>();

  HandedRecord(List<Value> leaves, Region body) {
    this.leaves = leaves;
    follow(body);
  }

  private void follow(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Constant constant && constant.value() instanceof Integer number) {
        constants.put(constant.result(), number);
      } else if (step instanceof Step.Write write && isHeld(write.value())) {
        holders.computeIfAbsent(write.array(), array -> new HashSet<>()).add(place(write.index()));
      }
      step.regions().forEach(this::follow);
    }
  }

  private Object place(Value index) {
    return constants.getOrDefault(index, index);
  }

  private boolean isHeld(Value value) {
    return leaves.contains(value) || holders.containsKey(value);
  }

  /** Whether a step that always runs reads the record. Loops are taken to have a round. */
  boolean isReadBy(Step step) {
    if (isAccess(step)) {
      return true;
    }
    return step instanceof Step.Branch branch
        ? !(branch.then().diverges() && branch.otherwise().diverges())
            && step.regions().stream().allMatch(this::isReadIn)
        : step.regions().stream().anyMatch(this::isReadIn);
  }

  private boolean isReadIn(Region region) {
    return region.diverges()
        || region.yields().stream().anyMatch(this::isHeld)
        || region.steps().stream().anyMatch(this::isReadBy);
  }

  private boolean isAccess(Step step) {
    if (step instanceof Step.Write write) {
      return isHeld(write.index());
    } else if (step instanceof Step.Read read && holders.containsKey(read.array())) {
      return mayBeAt(holders.get(read.array()), place(read.index()));
    }
    boolean isLength = step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
    return !isLength && step.operands().stream().anyMatch(this::isHeld);
  }

  private static boolean mayBeAt(Set<Object> places, Object place) {
    return places.contains(place)
        || place instanceof Value
        || places.stream().anyMatch(Value.class::isInstance);
  }
}
