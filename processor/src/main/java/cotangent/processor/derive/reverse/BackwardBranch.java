package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Reverses a branch: a branch on the same condition, so that only the arm taken contributes. */
final class BackwardBranch {
  private final BackwardHalf outer;

  BackwardBranch(BackwardHalf outer) {
    this.outer = outer;
  }

  /** One arm being built. */
  private record Arm(GraphBuilder prologue, BackwardHalf backward) {

    Region yield(List<Value> changed) {
      List<Value> yields =
          changed.stream()
              .map(value -> backward.cotangents().get(value, backward.formula()))
              .toList();
      List<Step> steps = new ArrayList<>(prologue.steps());
      steps.addAll(backward.builder().steps());
      return new Region(List.of(), steps, yields);
    }
  }

  void reverse(Step.Branch branch) {
    Value condition = outer.keep().at(branch.condition());
    Arm then = arm(branch, branch.then());
    Arm otherwise = arm(branch, branch.otherwise());
    List<Value> changed = BackwardHalf.changed(branch, List.of(then.backward, otherwise.backward));
    List<Value> results =
        changed.stream().map(v -> new Value(v.type(), Cotangents.name(v))).toList();
    outer
        .builder()
        .add(
            new Step.Branch(
                results,
                condition,
                then.yield(changed),
                otherwise.yield(changed),
                branch.position()));
    for (int i = 0; i < results.size(); i++) {
      outer.cotangents().set(changed.get(i), results.get(i));
    }
  }

  private Arm arm(Step.Branch branch, Region region) {
    GraphBuilder prologue = new GraphBuilder();
    BackwardHalf backward = outer.inside(new GraphBuilder(), new Cotangents(outer.cotangents()));
    outer.regions().open(region, prologue);
    seed(outer, branch, region, backward);
    backward.through(region);
    outer.regions().close(region);
    return new Arm(prologue, backward);
  }

  /** Hands the cotangents of a branch's results on to what an arm yields. */
  private static void seed(
      BackwardHalf outer, Step.Branch branch, Region region, BackwardHalf arm) {
    for (int i = 0; i < region.yields().size(); i++) {
      Value cotangent = outer.cotangents().get(branch.results().get(i));
      Value yielded = region.yields().get(i);
      if (cotangent != null && outer.analysis().activity().isActive(yielded)) {
        arm.cotangents().add(yielded, cotangent, arm.formula());
      }
    }
  }
}
