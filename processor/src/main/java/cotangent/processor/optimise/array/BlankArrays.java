package cotangent.processor.optimise.array;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes an array before a loop, once, where each round makes one that it fills before reading it
 * and forgets at its end.
 */
final class BlankArrays extends Rewriter {

  @Override
  protected void rewrite(Step step) {
    addInside(step, this::hoisted);
  }

  private Region hoisted(Region body) {
    if (body.steps().stream().noneMatch(this::couldMove)) {
      return body;
    }
    Set<Value> handedOn = new HashSet<>(body.yields());
    body.steps().forEach(step -> findHandedOn(step, handedOn));
    List<Step> staying = new ArrayList<>();
    for (Step step : body.steps()) {
      if (couldMove(step) && !handedOn.contains(step.results().get(0))) {
        add(step);
      } else {
        staying.add(step);
      }
    }
    return staying.size() == body.steps().size()
        ? body
        : new Region(body.parameters(), staying, body.yields());
  }

  private boolean couldMove(Step step) {
    return step instanceof Step.NewArray array
        && !array.cleared()
        && array.result().type().rank() == 1
        && array.lengths().stream().allMatch(this::isVisible);
  }

  /** Collects the values that get other names, or are seen elsewhere. */
  private static void findHandedOn(Step step, Set<Value> found) {
    if (step instanceof Step.Write write) {
      found.add(write.value());
    } else if (step instanceof Step.Fill fill) {
      found.add(fill.value());
    } else if (!(step instanceof Step.Read
        || step instanceof Step.Copy
        || step instanceof Step.Apply)) {
      found.addAll(step.operands());
    }
    for (Region region : step.regions()) {
      found.addAll(region.yields());
      region.steps().forEach(inner -> findHandedOn(inner, found));
    }
  }
}
