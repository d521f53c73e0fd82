package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which steps use a value, themselves or as what their regions yield. */
final class Consumers {
  private final Map<Value, List<Step>> uses = new HashMap<>();

  Consumers(Region body) {
    collect(body);
  }

  List<Step> of(Value value) {
    return uses.getOrDefault(value, List.of());
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      use(step.operands(), step);
      for (Region inner : step.regions()) {
        use(inner.yields(), step);
        collect(inner);
      }
    }
  }

  /** Notes a step once for each value that it uses. */
  private void use(List<Value> values, Step step) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) == i) {
        uses.computeIfAbsent(values.get(i), v -> new ArrayList<>()).add(step);
      }
    }
  }
}
