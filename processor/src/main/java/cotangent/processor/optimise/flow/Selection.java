package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Removes some of the results of a branch, or of the values that a loop carries. */
final class Selection {
  private Selection() {}

  /** Returns the indices of the values that stay. */
  static List<Integer> where(List<Value> values, Predicate<Value> stays) {
    List<Integer> where = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (stays.test(values.get(i))) {
        where.add(i);
      }
    }
    return where;
  }

  static Step.Branch of(Step.Branch step, List<Integer> results) {
    return results.size() == step.results().size()
        ? step
        : new Step.Branch(
            pick(step.results(), results),
            step.condition(),
            yielding(step.then(), results),
            yielding(step.otherwise(), results),
            step.position());
  }

  static Step.Loop of(Step.Loop step, List<Integer> carried) {
    if (carried.size() == step.results().size()) {
      return step;
    }
    List<Value> parameters = new ArrayList<>(List.of(step.index()));
    parameters.addAll(pick(step.carried(), carried));
    Region body = yielding(step.body(), carried);
    return step.carrying(
        pick(step.results(), carried),
        pick(step.initial(), carried),
        new Region(parameters, body.steps(), body.yields()));
  }

  static Step.While of(Step.While step, List<Integer> carried, List<Integer> results) {
    if (carried.size() == step.carried().size() && results.size() == step.results().size()) {
      return step;
    }
    List<Value> tested = new ArrayList<>();
    if (!step.before().diverges()) {
      tested.add(step.condition());
      tested.addAll(pick(step.exits(), results));
    }
    return new Step.While(
        pick(step.results(), results),
        pick(step.initial(), carried),
        new Region(pick(step.carried(), carried), step.before().steps(), tested),
        yielding(step.after(), carried),
        step.position());
  }

  private static Region yielding(Region region, List<Integer> kept) {
    return region.diverges()
        ? region
        : new Region(region.parameters(), region.steps(), pick(region.yields(), kept));
  }

  private static List<Value> pick(List<Value> values, List<Integer> kept) {
    return kept.stream().map(values::get).toList();
  }
}
