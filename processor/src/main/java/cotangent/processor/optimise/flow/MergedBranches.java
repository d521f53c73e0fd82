package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one branch of two on the same condition, with only pure computations between them: the
 * forward and the backward half of a branch meet there. A branch that only computes joins an
 * earlier one across whatever doesn't concern it.
 */
final class MergedBranches extends Rewriter {
  private static final int LONGEST_GAP = 100;
  private static final int LONGEST_WAY_BACK = 1000;

  @Override
  protected void rewrite(Step step) {
    if (!(step instanceof Step.Branch second)) {
      add(inside(step));
      return;
    }
    int at = partner(second);
    if (at < 0) {
      if (!joinsEarlier(second)) {
        add(inside(second));
      }
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

  /**
   * Adds a branch that only computes to an earlier one, if there is one on its condition: to the
   * first one that has all it needs, where the same may already have been computed, or to the last.
   */
  private boolean joinsEarlier(Step.Branch second) {
    if (!onlyComputes(second)) {
      return false;
    }
    int at = -1;
    int end = Math.max(0, made().size() - LONGEST_WAY_BACK);
    for (int i = made().size() - 1; i >= end; i--) {
      if (made().get(i) instanceof Step.Branch first && first.condition() == second.condition()) {
        List<Step> before = needed(second, made().subList(i + 1, made().size()), first);
        if (before == null) {
          break;
        } else if (at < 0 || before.isEmpty()) {
          at = i;
        }
      }
    }
    if (at < 0) {
      return false;
    }
    Step.Branch first = (Step.Branch) made().get(at);
    List<Step> between = new ArrayList<>(made().subList(at + 1, made().size()));
    List<Step> before = Objects.requireNonNull(needed(second, between, first));
    made().subList(at, made().size()).clear();
    before.forEach(this::add);
    add(merged(first, second));
    between.stream().filter(step -> !before.contains(step)).forEach(this::add);
    return true;
  }

  /**
   * Returns what must be computed before a branch can join the first; null where that is too much.
   */
  private @Nullable List<Step> needed(Step.Branch second, List<Step> between, Step.Branch first) {
    Set<Value> used = new HashSet<>();
    collectUsed(second, used);
    List<Step> needed = new ArrayList<>();
    for (int i = between.size() - 1; i >= 0; i--) {
      Step step = between.get(i);
      if (step.results().stream().anyMatch(used::contains)) {
        if (!isPure(step) || uses(List.of(step), Set.copyOf(first.results()))) {
          return null;
        }
        needed.add(0, step);
        collectUsed(step, used);
      }
    }
    return needed;
  }

  private void collectUsed(Step step, Set<Value> used) {
    step.operands().stream().map(this::current).forEach(used::add);
    for (Region region : step.regions()) {
      region.yields().stream().map(this::current).forEach(used::add);
      region.steps().forEach(inner -> collectUsed(inner, used));
    }
  }

  private static boolean onlyComputes(Step step) {
    return step instanceof Step.Branch branch
        ? branch.regions().stream()
            .allMatch(arm -> arm.steps().stream().allMatch(MergedBranches::onlyComputes))
        : isPure(step);
  }

  /** Finds an earlier branch on the same condition; -1 where there is none nearby. */
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
