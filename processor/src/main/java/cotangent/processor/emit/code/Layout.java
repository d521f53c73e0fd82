package cotangent.processor.emit.code;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The regions of a graph as Java lays them out: where one arm of a branch ends with an exception,
 * the other one goes on in the enclosing block, and the branch is left as a guard. Its results are
 * other names of what that arm yields.
 */
final class Layout {
  private static final Region NOTHING = new Region(List.of(), List.of(), List.of());

  private final Map<Region, List<Step>> steps = new IdentityHashMap<>();
  private final Map<Value, Value> same = new IdentityHashMap<>();

  /** Returns the steps of a region, with those that follow its guards. */
  List<Step> steps(Region region) {
    List<Step> known = steps.get(region);
    if (known == null) {
      known = new ArrayList<>();
      flatten(region, known);
      steps.put(region, known);
    }
    return known;
  }

  /** Returns the value that a value is another name of; most are their own. */
  Value origin(Value value) {
    Value origin = value;
    while (same.containsKey(origin)) {
      origin = same.get(origin);
    }
    return origin;
  }

  List<Value> origins(List<Value> values) {
    List<Value> origins = new ArrayList<>(values.size());
    for (Value value : values) {
      origins.add(origin(value));
    }
    return origins;
  }

  private void flatten(Region region, List<Step> into) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Branch branch && branch.then().diverges()) {
        into.add(guard(branch, branch.then(), NOTHING));
        proceed(branch, branch.otherwise(), into);
      } else if (step instanceof Step.Branch branch && branch.otherwise().diverges()) {
        into.add(guard(branch, NOTHING, branch.otherwise()));
        proceed(branch, branch.then(), into);
      } else {
        into.add(step);
      }
    }
  }

  private void proceed(Step.Branch branch, Region arm, List<Step> into) {
    flatten(arm, into);
    if (!arm.diverges()) {
      for (int i = 0; i < branch.results().size(); i++) {
        same.put(branch.results().get(i), arm.yields().get(i));
      }
    }
  }

  private static Step guard(Step.Branch branch, Region then, Region otherwise) {
    return new Step.Branch(List.of(), branch.condition(), then, otherwise, branch.position());
  }
}
