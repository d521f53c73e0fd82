package cotangent.processor.shape;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of maps are that the method makes, as long as their keys are constants that are
 * put in where the map is made.
 */
final class KnownKeys {
  private static final String OWNER = "cotangent.Keys";
  private static final String FIND = "find";
  private static final Set<String> MAKERS = Set.of("hashed", "linked", "sorted", "fixed");
  private static final Set<String> ADDING = Set.of("put", "give");
  private static final Set<String> LOOKING =
      Set.of("fix", "size", "places", "all", "changes", "requireSame");

  private final Facts facts;

  /** What goes elsewhere than into calls of its own, and may be known by another name. */
  private final Set<Value> handedOn = new HashSet<>();

  private final Map<Value, Known> maps = new HashMap<>();

  /** The keys of a map, in the order in which they were put in. */
  private record Known(Object home, List<Object> keys) {}

  KnownKeys(Facts facts) {
    this.facts = facts;
  }

  /** Looks where keys go in a method. */
  void survey(Graph graph) {
    survey(graph.body());
    graph.functions().forEach(function -> survey(function.body()));
  }

  private void survey(Region region) {
    handedOn.addAll(region.yields());
    for (Step step : region.steps()) {
      if (member(step) == null) {
        handedOn.addAll(step.operands());
      }
      step.regions().forEach(this::survey);
    }
  }

  private static Callee.@Nullable Member member(Step step) {
    return step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && member.owner().equals(OWNER)
        ? member
        : null;
  }

  /** Follows a call, whatever it calls. */
  void follow(Step.Call call, Object home) {
    Callee.Member member = member(call);
    if (member == null) {
      return;
    } else if (MAKERS.contains(member.name())) {
      make(call, home);
      return;
    }
    Value map = call.operands().get(0);
    Known known = maps.get(map);
    if (known != null && !remainsKnown(call, member.name(), known, home)) {
      maps.remove(map);
    }
  }

  private boolean remainsKnown(Step.Call call, String name, Known known, Object home) {
    boolean adds = ADDING.contains(name);
    if (!adds && !name.equals(FIND)) {
      return LOOKING.contains(name);
    }
    Object key = constant(call.operands().get(1));
    if (key == null || adds && !known.keys.contains(key) && home != known.home) {
      return !adds;
    } else if (adds && !known.keys.contains(key)) {
      known.keys.add(key);
    }
    if (!call.results().isEmpty()) {
      facts.put(call.results().get(0), Size.of(known.keys.indexOf(key)));
    }
    return true;
  }

  private void make(Step.Call call, Object home) {
    Value map = call.results().get(0);
    if (call.operands().stream().allMatch(each -> each.type().isScalar())
        && !handedOn.contains(map)) {
      maps.put(map, new Known(home, new ArrayList<>()));
    }
  }

  private @Nullable Object constant(Value key) {
    Object known = facts.key(key);
    return known instanceof Value ? null : known;
  }
}
