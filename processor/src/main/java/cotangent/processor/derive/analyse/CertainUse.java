package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values that are used whichever way a method takes, so that none of them is null where
 * it returns. To hand a value on is no use of it. Loops are taken to have a round: one that has
 * none wouldn't mind null, but that is rarely what is meant.
 */
public final class CertainUse {
  private final Places places;

  private CertainUse(Places places) {
    this.places = places;
  }

  /** Returns the values that are used in any case in the body of a method. */
  public static Set<Value> in(Region body, Places places) {
    return new CertainUse(places).in(body, Set.of());
  }

  /** Returns the array that a value says is null, or is not; null for any other value. */
  public static @Nullable Value tested(Value value, Places places) {
    return places.definition(value) instanceof Step.Apply apply
            && apply.operands().size() == 2
            && places.isNull(apply.operands().get(1))
        ? apply.operands().get(0)
        : null;
  }

  /**
   * @param later what is used of the results of the region
   */
  private Set<Value> in(Region region, Set<Value> later) {
    Set<Value> used = new HashSet<>(later);
    for (int i = region.steps().size() - 1; i >= 0; i--) {
      Step step = region.steps().get(i);
      if (step instanceof Step.Branch branch) {
        branch(branch, used);
      } else if (step instanceof Step.Loop loop) {
        used.addAll(List.of(loop.from(), loop.to()));
        used.addAll(in(loop.body(), same(loop.results(), loop.body().yields(), used)));
        used.addAll(same(loop.carried(), loop.initial(), used));
      } else if (step instanceof Step.While loop) {
        rounds(loop, used);
        used.addAll(same(loop.carried(), loop.initial(), used));
      } else {
        step(step, used);
      }
    }
    return used;
  }

  private void rounds(Step.While loop, Set<Value> used) {
    Set<Value> later = new HashSet<>();
    if (!loop.before().diverges()) {
      later.add(loop.condition());
      later.addAll(same(loop.results(), loop.exits(), used));
    }
    used.addAll(in(loop.before(), later));
    used.addAll(in(loop.after(), Set.of()));
  }

  private void step(Step step, Set<Value> used) {
    boolean isTest = step instanceof Step.Apply apply && tested(apply.result(), places) != null;
    if (step instanceof Step.Write write) {
      used.addAll(List.of(write.array(), write.index()));
    } else if (!isTest
        && step.kind() != StepKind.ZEROS_LIKE
        && !ArrayChecks.isDeclared(step)) { // which pass over null
      used.addAll(step.operands());
    }
  }

  private void branch(Step.Branch branch, Set<Value> used) {
    Set<Value> then = arm(branch.then(), branch, used);
    Set<Value> otherwise = arm(branch.otherwise(), branch, used);
    Value tested = tested(branch.condition(), places);
    if (branch.then().diverges()) {
      used.addAll(otherwise);
      if (tested != null) {
        used.add(tested); // what throws is the test for null
      }
    } else if (branch.otherwise().diverges()) {
      used.addAll(then);
    } else {
      then.retainAll(otherwise);
      used.addAll(then);
    }
    used.add(branch.condition());
  }

  private Set<Value> arm(Region arm, Step.Branch branch, Set<Value> used) {
    return in(arm, arm.diverges() ? Set.of() : same(branch.results(), arm.yields(), used));
  }

  /** Returns those values of which the other name is used. */
  private static Set<Value> same(List<Value> names, List<Value> values, Set<Value> used) {
    Set<Value> same = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (used.contains(names.get(i))) {
        same.add(values.get(i));
      }
    }
    return same;
  }
}
