package cotangent.processor.graph;

import java.util.function.UnaryOperator;

/** Exchanges the regions of a step, where a pass changes what is inside and nothing else. */
public final class Regions {
  private Regions() {}

  /** Gives the step with each of its regions mapped, in the order in which they run. */
  public static Step map(Step step, UnaryOperator<Region> mapping) {
    if (step instanceof Step.Branch branch) {
      return new Step.Branch(
          branch.results(),
          branch.condition(),
          mapping.apply(branch.then()),
          mapping.apply(branch.otherwise()),
          branch.position());
    } else if (step instanceof Step.Loop loop) {
      return new Step.Loop(
          loop.results(),
          loop.from(),
          loop.to(),
          loop.stride(),
          loop.initial(),
          mapping.apply(loop.body()),
          loop.position());
    } else if (step instanceof Step.While loop) {
      return new Step.While(
          loop.results(),
          loop.initial(),
          mapping.apply(loop.before()),
          mapping.apply(loop.after()),
          loop.position());
    }
    return step;
  }
}
