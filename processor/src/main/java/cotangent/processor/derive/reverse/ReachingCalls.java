package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Places;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Follows what takes part in the result through calls: what a function returns does where each call
 * of it does.
 */
final class ReachingCalls {

  /** A call, and the body that it stands in. */
  private record Site(Step.Call call, Region body) {}

  private final Map<String, Graph> functions = new HashMap<>();
  private final Map<Region, String> names = new IdentityHashMap<>();
  private final Map<String, List<Site>> sites = new HashMap<>();
  private final Map<Region, Reaching> strict = new IdentityHashMap<>();
  private final Map<Region, Reaching> generous = new IdentityHashMap<>();
  private final Set<String> recursive;

  ReachingCalls(Graph graph, Set<String> recursive) {
    this.recursive = recursive;
    collect(graph.body(), graph.body());
    for (Graph function : graph.functions()) {
      functions.put(function.name(), function);
      names.put(function.body(), function.name());
      collect(function.body(), function.body());
    }
  }

  private void collect(Region region, Region body) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Function function) {
        sites.computeIfAbsent(function.name(), n -> new ArrayList<>()).add(new Site(call, body));
      }
      step.regions().forEach(inner -> collect(inner, body));
    }
  }

  /**
   * Gives what is known of the values of a body.
   *
   * @param isGenerous whether what is stored in an array counts as taking part, and loops are taken
   *     to run
   */
  Reaching in(Region body, boolean isGenerous) {
    Map<Region, Reaching> known = isGenerous ? generous : strict;
    Reaching reaching = known.get(body);
    if (reaching == null) {
      reaching = new Reaching(this, body, new Places(body), new Consumers(body), isGenerous);
      known.put(body, reaching);
    }
    return reaching;
  }

  /** Tells whether what a body yields takes part in the result of the whole graph. */
  boolean isResult(Value value, Region body, boolean isGenerous) {
    if (!body.yields().contains(value)) {
      return false;
    }
    String name = names.get(body);
    if (name == null || recursive.contains(name)) {
      return true;
    }
    for (int k = 0; k < body.yields().size(); k++) {
      if (body.yields().get(k) == value && reachesFromAllCalls(name, k, isGenerous)) {
        return true;
      }
    }
    return false;
  }

  private boolean reachesFromAllCalls(String name, int result, boolean isGenerous) {
    return sites.getOrDefault(name, List.of()).stream()
        .allMatch(site -> in(site.body, isGenerous).reaches(site.call.results().get(result)));
  }

  /** Tells whether an operand of a call takes part in the result wherever the function runs. */
  boolean carriesOn(Step.Call call, Value operand, boolean isGenerous) {
    if (!(call.callee() instanceof Callee.Function function)
        || recursive.contains(function.name())) {
      return false;
    }
    Region body = Objects.requireNonNull(functions.get(function.name())).body();
    for (int k = 0; k < call.operands().size(); k++) {
      if (call.operands().get(k) == operand
          && in(body, isGenerous).reaches(body.parameters().get(k))) {
        return true;
      }
    }
    return false;
  }
}
