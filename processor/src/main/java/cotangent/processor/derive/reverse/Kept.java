package cotangent.processor.derive.reverse;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the backward half asks the forward half for: collected while the one is written, carried out
 * while the other is.
 */
final class Kept {
  private static final HandedOut NOTHING = new HandedOut();

  private final Map<Step, HandedOut> exports;
  private final Map<Step, Map<Value, Value>> tapes;
  private final Map<Step, Value> counts;
  private final Map<Region, Set<Value>> pushed;
  private final Map<Step, Fusion> fusions = new IdentityHashMap<>();
  private final Set<Step> reversed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Value> returned = new LinkedHashMap<>();

  Kept() {
    exports = new IdentityHashMap<>();
    tapes = new IdentityHashMap<>();
    counts = new IdentityHashMap<>();
    pushed = new IdentityHashMap<>();
  }

  /**
   * Goes on from what another run asked for. A region may be reversed in several places, and each
   * must take from the tape all that any of them wants, which is known only when all are written.
   */
  Kept(Kept before) {
    exports = before.exports;
    tapes = before.tapes;
    counts = before.counts;
    pushed = before.pushed;
  }

  /**
   * A step whose backward half follows its forward half at once, in the same iteration or arm.
   *
   * @param before what must be computed before the step for that
   * @param initial for a loop, the initial values of what it carries in addition
   * @param parameters for a loop, the additional carried values
   * @param arms for each region of the step, what is appended to it
   * @param results the additional results
   */
  record Fusion(
      List<Step> before,
      List<Value> initial,
      List<Value> parameters,
      List<Arm> arms,
      List<Value> results) {}

  /** The steps appended to a region, and the additional values that it yields. */
  record Arm(List<Step> steps, List<Value> yields) {}

  /** Asks a branch to hand out values of its arms. */
  HandedOut export(Step.Branch branch) {
    return exports.computeIfAbsent(branch, b -> new HandedOut());
  }

  /** Asks a loop to store a value of each iteration, and returns the array that holds them. */
  Value tape(Step loop, Value value, String name) {
    return tapes
        .computeIfAbsent(loop, l -> new LinkedHashMap<>())
        .computeIfAbsent(value, v -> new Value(Type.array(v.type()), tapeName(name)));
  }

  /** Asks a general loop to count its iterations, and returns the count. */
  Value count(Step.While loop) {
    return counts.computeIfAbsent(loop, l -> new Value(Type.INT, "count"));
  }

  /** Asks a region of a recursive function to push a value on the tape when it ends. */
  void push(Region region, Value value) {
    pushed.computeIfAbsent(region, r -> new LinkedHashSet<>()).add(value);
  }

  /** Notes that the backward half of what a step calls is called. */
  void reverse(Step.Call call) {
    reversed.add(call);
  }

  boolean isReversed(Step.Call call) {
    return reversed.contains(call);
  }

  /** Asks a function to return another value, and returns the parameter of its backward half. */
  Value giveBack(Value value, String name) {
    return returned.computeIfAbsent(value, v -> new Value(v.type(), name));
  }

  /** What a function returns in addition, and what stands for it in its backward half. */
  Map<Value, Value> returned() {
    return returned;
  }

  void fuse(Step step, Fusion fusion) {
    fusions.put(step, fusion);
  }

  /** Returns what a branch hands out of its arms. */
  HandedOut exports(Step branch) {
    return exports.getOrDefault(branch, NOTHING);
  }

  Map<Value, Value> tapes(Step loop) {
    return tapes.getOrDefault(loop, Map.of());
  }

  /** Returns the number of iterations that was asked for, or null. */
  @Nullable Value countOf(Step loop) {
    return counts.get(loop);
  }

  /** Returns the fusion of a step, or null. */
  @Nullable Fusion fusion(Step step) {
    return fusions.get(step);
  }

  Set<Value> pushed(Region region) {
    return pushed.getOrDefault(region, Set.of());
  }

  /** Whether a region inside a step pushes something. */
  boolean pushesWithin(Step step) {
    return step.regions().stream()
        .anyMatch(
            region ->
                !pushed(region).isEmpty() || region.steps().stream().anyMatch(this::pushesWithin));
  }

  /** Counts what all regions push. */
  int countPushed() {
    return pushed.values().stream().mapToInt(Set::size).sum();
  }

  private static String tapeName(String name) {
    if (name.startsWith("kept")) {
      return name; // what an inner loop kept, and this one keeps for each of its iterations
    }
    return CamelCase.joined("kept", name);
  }
}
