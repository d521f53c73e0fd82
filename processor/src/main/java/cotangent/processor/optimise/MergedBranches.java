package cotangent.processor.optimise;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one branch of two on the same condition, where nothing stands between them but what is
 * computed without effect: the forward and the backward half of a branch meet there.
 */
final class MergedBranches extends Rewriter {
  private static final int LONGEST_GAP = 100;

  @Override
  void rewrite(Step step) {
    if (!(step instanceof Step.Branch second)) {
      add(inside(step));
      return;
    }
    int at = partner(second);
    if (at < 0) {
      add(inside(second));
      return;
    }
    Step.Branch first = (Step.Branch) made().get(at);
    List<Step> between = new ArrayList<>(made().subList(at + 1, made().size()));
    Set<Value> dependent = new HashSet<>(first.results());
    List<Step> later = new ArrayList<>();
    for (Step pure : between) {
      if (uses(List.of(pure), dependent)) {
        later.add(pure);
        dependent.addAll(pure.results());
      }
    }
    first.results().forEach(dependent::remove);
    if (uses(List.of(second), dependent)) {
      add(inside(second));
      return;
    }
    made().subList(at, made().size()).clear();
    between.stream().filter(pure -> !later.contains(pure)).forEach(this::add);
    add(merged(first, second));
    later.forEach(this::add);
  }

  /** Finds the branch made before on the same condition; -1 where there is none near by. */
  private int partner(Step.Branch second) {
    int end = Math.max(0, made().size() - LONGEST_GAP);
    for (int i = made().size() - 1; i >= end; i--) {
      Step step = made().get(i);
      if (step instanceof Step.Branch first) {
        return first.condition() == second.condition() ? i : -1;
      } else if (!isPure(step)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean uses(List<Step> steps, Set<Value> values) {
    if (values.isEmpty()) {
      return false;
    }
    for (Step step : steps) {
      if (step.operands().stream().map(this::current).anyMatch(values::contains)) {
        return true;
      }
      for (Region region : step.regions()) {
        if (uses(region.steps(), values)
            || region.yields().stream().map(this::current).anyMatch(values::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private Step.Branch merged(Step.Branch first, Step.Branch second) {
    List<Value> results = new ArrayList<>(first.results());
    results.addAll(second.results());
    Region then = merged(first, first.then(), second.then());
    Region otherwise = merged(first, first.otherwise(), second.otherwise());
    return new Step.Branch(results, first.condition(), then, otherwise, first.position());
  }

  private Region merged(Step.Branch first, Region before, Region after) {
    if (before.diverges()) {
      return before;
    }
    forgetReplacements(first.results());
    replaceAll(first.results(), before.yields());
    Region rewritten = region(after);
    forgetReplacements(first.results());
    List<Step> steps = new ArrayList<>(before.steps());
    steps.addAll(rewritten.steps());
    if (rewritten.diverges()) {
      return new Region(List.of(), steps, List.of());
    }
    List<Value> yields = new ArrayList<>(before.yields());
    yields.addAll(rewritten.yields());
    return new Region(List.of(), steps, yields);
  }
}
