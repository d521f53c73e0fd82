package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Extremes;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.EnumMap;
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
final class ReachingCalls implements Reaching.Around {

  /** A call, and the body that it is in. */
  private record Site(Step.Call call, Region body) {}

  private final Map<String, Graph> functions = new HashMap<>();
  private final Map<Region, String> names = new IdentityHashMap<>();
  private final Map<String, List<Site>> sites = new HashMap<>();
  private final Map<Reaching.Care, Map<Region, Reaching>> known =
      new EnumMap<>(Reaching.Care.class);
  private final Set<String> recursive;
  private final Extremes extremes;
  private final boolean counts;

  /**
   * @param counts whether the results of the graph certainly count: their cotangents are not given,
   *     and zero
   */
  ReachingCalls(Graph graph, Set<String> recursive, Extremes extremes, boolean counts) {
    this.recursive = recursive;
    this.extremes = extremes;
    this.counts = counts;
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

  /** Returns what is known of the values of a body. */
  Reaching in(Region body, Reaching.Care wanted) {
    boolean isSure = counts || wanted != Reaching.Care.GENEROUS;
    Reaching.Care care = isSure ? wanted : Reaching.Care.NORMAL;
    Map<Region, Reaching> ofCare = known.computeIfAbsent(care, c -> new IdentityHashMap<>());
    Reaching reaching = ofCare.get(body);
    if (reaching == null) {
      reaching = new Reaching(this, extremes, body, new Places(body), care);
      ofCare.put(body, reaching);
    }
    return reaching;
  }

  @Override
  public boolean isResult(Value value, Region body, Reaching.Care care) {
    if (!body.yields().contains(value)) {
      return false;
    }
    String name = names.get(body);
    if (name == null || recursive.contains(name)) {
      return name == null && counts;
    }
    for (int k = 0; k < body.yields().size(); k++) {
      if (body.yields().get(k) == value && reachesFromAllCalls(name, k, care)) {
        return true;
      }
    }
    return false;
  }

  private boolean reachesFromAllCalls(String name, int result, Reaching.Care care) {
    return sites.getOrDefault(name, List.of()).stream()
        .allMatch(site -> in(site.body, care).reaches(site.call.results().get(result)));
  }

  @Override
  public boolean carriesOn(Step.Call call, Value operand, Reaching.Care care) {
    if (!(call.callee() instanceof Callee.Function function)
        || recursive.contains(function.name())) {
      return false;
    }
    Region body = Objects.requireNonNull(functions.get(function.name())).body();
    for (int k = 0; k < call.operands().size(); k++) {
      if (call.operands().get(k) == operand && in(body, care).reaches(body.parameters().get(k))) {
        return true;
      }
    }
    return false;
  }
}
