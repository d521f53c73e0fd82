package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
      for (Value operand : new LinkedHashSet<>(step.operands())) {
        uses.computeIfAbsent(operand, v -> new ArrayList<>()).add(step);
      }
      for (Region inner : step.regions()) {
        for (Value yielded : new LinkedHashSet<>(inner.yields())) {
          uses.computeIfAbsent(yielded, v -> new ArrayList<>()).add(step);
        }
        collect(inner);
      }
    }
  }
}
