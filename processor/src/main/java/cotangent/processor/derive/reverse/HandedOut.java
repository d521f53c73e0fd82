package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the arms of a branch hand out for the backward half. Each value gets a result, and a name,
 * of its own, unless there are many: then a result stands for one value of each arm, as only one of
 * them runs. Otherwise each arm would have to give something for what all the others keep, and so
 * would the arms around it, which is quadratic in the number of cases that a method distinguishes.
 */
final class HandedOut {
  private final List<Value> results = new ArrayList<>();
  private final Map<Value, Value> resultOf = new HashMap<>();
  private final Map<Region, Map<Value, Value>> given = new IdentityHashMap<>();
  private final Set<Value> shared = new HashSet<>();

  /** Hands out a value of an arm, and returns the result of the branch that stands for it. */
  Value named(Value inner, Region arm, String name) {
    Value known = resultOf.get(inner);
    return known == null ? gives(arm, inner, added(inner, name)) : known;
  }

  /** The same, where the result may stand for a value of the other arm, too. */
  Value shared(Value inner, Region arm) {
    Value known = resultOf.get(inner);
    return known == null ? gives(arm, inner, free(inner, arm)) : known;
  }

  private Value gives(Region arm, Value inner, Value result) {
    resultOf.put(inner, result);
    given.computeIfAbsent(arm, a -> new HashMap<>()).put(result, inner);
    return result;
  }

  private Value free(Value inner, Region arm) {
    Map<Value, Value> taken = given.getOrDefault(arm, Map.of());
    for (Value result : results) {
      if (result.type().equals(inner.type())
          && shared.contains(result)
          && !taken.containsKey(result)) {
        return result;
      }
    }
    Value result = added(inner, inner.type().isArray() ? "kept" : "");
    shared.add(result);
    return result;
  }

  private Value added(Value inner, String name) {
    Value result = new Value(inner.type(), name);
    results.add(result);
    return result;
  }

  /** Returns the results that the branch has for this. */
  List<Value> results() {
    return results;
  }

  /** Returns what an arm gives for these results. */
  List<Value> from(Region arm, GraphBuilder b) {
    Map<Value, Value> ofArm = given.getOrDefault(arm, Map.of());
    List<Value> yields = new ArrayList<>();
    for (Value result : results) {
      Value inner = ofArm.get(result);
      yields.add(inner == null ? b.constant(result.type(), result.type().unassigned()) : inner);
    }
    return yields;
  }
}
