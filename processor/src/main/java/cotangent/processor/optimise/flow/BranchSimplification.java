package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes branches whose condition is known, as it is inside an arm of a branch on the same
 * condition, and behind one of which an arm ends in an exception; and results that are the same in
 * both arms.
 */
final class BranchSimplification extends Rewriter {
  private final Map<Value, Boolean> known = new HashMap<>();

  /** What is known up to the end of each region around. */
  private final Deque<List<Value>> settled = new ArrayDeque<>();

  @Override
  protected void opened(Region region) {
    settled.push(new ArrayList<>());
  }

  @Override
  protected void closed(Region region) {
    settled.pop().forEach(known::remove);
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Branch branch) {
      branch(branch);
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.SELECT) {
      select(apply);
    } else {
      add(inside(step));
    }
  }

  private void select(Step.Apply select) {
    Boolean condition = condition(select.operands().get(0));
    if (condition == null) {
      add(select);
    } else {
      replace(select.result(), select.operands().get(condition ? 1 : 2));
    }
  }

  private void branch(Step.Branch branch) {
    Boolean condition = condition(branch.condition());
    Region taken = condition == null ? null : condition ? branch.then() : branch.otherwise();
    if (taken != null && !taken.diverges()) {
      through(taken.steps());
      replaceAll(branch.results(), taken.yields());
      return;
    }
    Step rewritten =
        branch.withRegions(arm -> knowing(branch.condition(), arm == branch.then(), arm));
    add(withoutSame((Step.Branch) rewritten));
    boolean isSettled = branch.then().diverges() != branch.otherwise().diverges();
    Value asked = asked(branch.condition());
    boolean truth = branch.otherwise().diverges() == (asked == branch.condition());
    if (isSettled && known.putIfAbsent(asked, truth) == null) {
      settled.getFirst().add(asked);
    }
  }

  /** Returns what a condition asks for, or denies: it is the other one of both where it differs. */
  private Value asked(Value condition) {
    return definition(condition) instanceof Step.Apply apply && apply.operation() == Operations.NOT
        ? apply.operands().get(0)
        : condition;
  }

  private @Nullable Boolean condition(Value condition) {
    Value asked = asked(condition);
    Boolean inArm = known.get(asked);
    Boolean truth = inArm != null ? inArm : (Boolean) constant(asked);
    Boolean found = truth == null ? followed(asked) : truth;
    return found == null ? null : found == (asked == condition);
  }

  /** A whole number that is compared with a constant. */
  private record Comparison(Value number, Object constant, boolean isForEqual) {}

  private @Nullable Comparison comparison(Value condition) {
    if (definition(condition) instanceof Step.Apply test
        && (test.operation() == Operations.EQ || test.operation() == Operations.NE)
        && test.operands().get(0).type() == Type.INT
        && constant(test.operands().get(1)) instanceof Integer constant) {
      return new Comparison(test.operands().get(0), constant, test.operation() == Operations.EQ);
    }
    return null;
  }

  /** Returns what other comparisons of the same number say of a condition; null if nothing. */
  private @Nullable Boolean followed(Value condition) {
    Comparison asked = comparison(condition);
    if (asked == null) {
      return null;
    }
    for (Map.Entry<Value, Boolean> each : known.entrySet()) {
      Comparison said = comparison(each.getKey());
      if (said != null && said.number == asked.number) {
        boolean isEqual = said.isForEqual == each.getValue();
        if (said.constant.equals(asked.constant)) {
          return isEqual == asked.isForEqual;
        } else if (isEqual) {
          return !asked.isForEqual;
        }
      }
    }
    return null;
  }

  private Region knowing(Value condition, boolean value, Region arm) {
    Value asked = asked(condition);
    Boolean before = known.put(asked, value == (asked == condition));
    Region rewritten = region(arm);
    if (before == null) {
      known.remove(asked);
    } else {
      known.put(asked, before);
    }
    return rewritten;
  }

  /** Replaces the results that don't depend on the arm, or are another result as well. */
  private Step.Branch withoutSame(Step.Branch branch) {
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < branch.results().size(); i++) {
      Value same = same(branch, i);
      for (int j = 0; same == null && j < differing.size(); j++) {
        same = areSame(branch, i, differing.get(j)) ? branch.results().get(differing.get(j)) : null;
      }
      if (same == null) {
        differing.add(i);
      } else {
        replace(branch.results().get(i), same);
      }
    }
    return Selection.of(branch, differing);
  }

  private static boolean areSame(Step.Branch branch, int i, int j) {
    return branch.regions().stream()
        .allMatch(arm -> arm.diverges() || arm.yields().get(i) == arm.yields().get(j));
  }

  private @Nullable Value same(Step.Branch branch, int i) {
    if (branch.then().diverges() || branch.otherwise().diverges()) {
      Region arm = branch.then().diverges() ? branch.otherwise() : branch.then();
      return arm.diverges() || !isVisible(arm.yields().get(i)) ? null : arm.yields().get(i);
    }
    Value then = branch.then().yields().get(i);
    Value otherwise = branch.otherwise().yields().get(i);
    if (then == otherwise) {
      return then;
    }
    Object thenConstant = then == branch.condition() ? (Object) true : constant(then);
    Object otherConstant = otherwise == branch.condition() ? (Object) false : constant(otherwise);
    if (thenConstant == null || otherConstant == null) {
      return null;
    } else if (Boolean.TRUE.equals(thenConstant) && Boolean.FALSE.equals(otherConstant)) {
      return branch.condition();
    }
    return thenConstant.equals(otherConstant) ? constant(then.type(), thenConstant) : null;
  }
}
