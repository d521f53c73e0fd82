package cotangent.processor.read.scope;

import cotangent.processor.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the code so far may have ended: whether it may have been carried out to its end, and which
 * jumps may have been taken instead.
 *
 * @param normal whether what comes next may be reached without a jump
 * @param jumps for each target that was possibly jumped to, whether it was: a boolean value, or
 *     null where it certainly was
 */
public record Flow(boolean normal, Map<Target, @Nullable Value> jumps) {

  /** Nothing was jumped over. */
  public static final Flow ON = new Flow(true, Map.of());

  /** What comes next is never reached, because of an exception or an endless loop. */
  public static final Flow NEVER = new Flow(false, Map.of());

  public static Flow to(Target target) {
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    jumps.put(target, null);
    return new Flow(false, jumps);
  }

  /** Whether what comes next is certainly reached. */
  public boolean isOn() {
    return normal && jumps.isEmpty();
  }

  public boolean isNever() {
    return !normal && jumps.isEmpty();
  }

  public boolean certainly(Target target) {
    return jumps.containsKey(target) && jumps.get(target) == null;
  }

  /** Returns the flow after the place that a target stands for. */
  public Flow arrivedAt(Target target) {
    if (!jumps.containsKey(target)) {
      return this;
    }
    Map<Target, @Nullable Value> others = new LinkedHashMap<>(jumps);
    others.remove(target);
    return new Flow(true, others);
  }

  /** Returns the same flow but for one jump. */
  public Flow without(Target target) {
    Map<Target, @Nullable Value> others = new LinkedHashMap<>(jumps);
    others.remove(target);
    return new Flow(normal, others);
  }

  /** Returns the number below which variables are still needed by what may come. */
  public int horizon() {
    return normal
        ? Integer.MAX_VALUE
        : jumps.keySet().stream().mapToInt(Target::number).max().orElse(0);
  }
}
