package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes before a loop what is the same in each round. Of the user's own arithmetic and of
 * indices only what is costly is moved, with what it needs: the virtual machine moves the rest, and
 * the code stays as a person would write it.
 */
final class Hoisting extends Rewriter {

  @Override
  protected void rewrite(Step step) {
    addInside(step, this::hoisted);
  }

  /** Adds what can be computed before the loop, and returns the rest. */
  private Region hoisted(Region body) {
    Set<Value> moving = worthwhile(invariant(body));
    if (moving.isEmpty()) {
      return body;
    }
    List<Step> staying = new ArrayList<>();
    for (Step step : body.steps()) {
      if (step.results().size() == 1 && moving.contains(step.results().get(0))) {
        add(step);
      } else {
        staying.add(step);
      }
    }
    return new Region(body.parameters(), staying, body.yields());
  }

  /** Finds the steps that could be computed before the loop. */
  private List<Step> invariant(Region body) {
    Set<Value> values = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    for (Step step : body.steps()) {
      if (isPure(step)
          && step.operands().stream().allMatch(x -> isVisible(x) || values.contains(x))) {
        steps.add(step);
        values.addAll(step.results());
      }
    }
    return steps;
  }

  private static Set<Value> worthwhile(List<Step> steps) {
    Set<Value> moving = new HashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (isWorthwhile(step) || moving.contains(step.results().get(0))) {
        moving.addAll(step.results());
        moving.addAll(step.operands());
      }
    }
    return moving;
  }

  private static boolean isWorthwhile(Step step) {
    return step instanceof Step.Apply apply
        && (((Op) apply.operation()).cost() == Op.Cost.COSTLY
            || isMade(apply) && apply.result().type().isReal());
  }
}
