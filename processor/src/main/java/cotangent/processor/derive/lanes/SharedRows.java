package cotangent.processor.derive.lanes;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which numbers share a row, one after another: what a loop carries, and what that becomes in the
 * body once the old number isn't needed any more. Otherwise every branch around a sum would copy
 * it.
 */
final class SharedRows {
  private final Varying varying;
  private final Map<Value, Value> owners = new HashMap<>();
  private final Map<Value, List<Value>> sharing = new HashMap<>();

  SharedRows(Varying varying, Region body) {
    this.varying = varying;
    steps(body);
  }

  /** Returns the number whose row holds a number. */
  Value owner(Value number) {
    return owners.getOrDefault(number, number);
  }

  private void share(Value number, Value owner) {
    owners.put(number, owner);
    sharing.computeIfAbsent(owner, o -> new ArrayList<>(List.of(o))).add(number);
  }

  private void steps(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Branch branch) {
        region(branch.then(), branch.results());
        region(branch.otherwise(), branch.results());
      } else if (step instanceof Step.Loop loop) {
        for (int k = 0; k < loop.results().size(); k++) {
          if (!owners.containsKey(loop.results().get(k))) {
            share(loop.results().get(k), loop.carried().get(k));
          }
        }
        region(loop.body(), loop.carried());
      } else if (step instanceof Step.While loop) {
        steps(loop.before());
        region(loop.after(), loop.carried());
      }
    }
  }

  /**
   * Finds what can share rows with what a region's yields become.
   *
   * @param flow what they become
   */
  private void region(Region region, List<Value> flow) {
    for (int at = 0; at < region.steps().size() && !region.diverges(); at++) {
      Step step = region.steps().get(at);
      for (int r = 0; r < step.results().size(); r++) {
        int k = region.yields().indexOf(step.results().get(r));
        if (k >= 0 && varying.isNumber(step.results().get(r))) {
          enter(step, r, region, at, owner(flow.get(k)), k);
        }
      }
    }
    steps(region);
  }

  /** Lets a result of a step live in a row, if nothing needs what is in it from there on. */
  private void enter(Step step, int result, Region region, int at, Value owner, int place) {
    List<Value> inRow = sharing.getOrDefault(owner, List.of(owner));
    List<Step> later = region.steps().subList(at + 1, region.steps().size());
    boolean needed = later.stream().anyMatch(each -> uses(each, inRow));
    for (int k = 0; k < region.yields().size(); k++) {
      needed |= k != place && inRow.contains(region.yields().get(k));
    }
    if (needed) {
      return;
    }
    if (step instanceof Step.Branch) {
      share(step.results().get(result), owner);
    } else if (step instanceof Step.Loop loop && !usesInside(step, inRow)) {
      share(loop.carried().get(result), owner);
      share(loop.results().get(result), owner);
    }
  }

  private static boolean uses(Step step, List<Value> values) {
    return step.operands().stream().anyMatch(values::contains) || usesInside(step, values);
  }

  private static boolean usesInside(Step step, List<Value> values) {
    return step.regions().stream()
        .anyMatch(
            region ->
                region.yields().stream().anyMatch(values::contains)
                    || region.steps().stream().anyMatch(inner -> uses(inner, values)));
  }
}
