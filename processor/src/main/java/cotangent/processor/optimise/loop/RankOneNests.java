package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;

/** Finds nests that can run later than in their rounds, those in inner loops first. */
final class RankOneNests {
  private final Survey seen;
  private final List<RankOneNest> found = new ArrayList<>();

  RankOneNests(Survey seen) {
    this.seen = seen;
  }

  /** Returns those inside a region; none is around the rounds of another one. */
  List<RankOneNest> in(Region region) {
    search(region);
    return found;
  }

  private void search(Region region) {
    for (Step step : region.steps()) {
      step.regions().forEach(this::search);
      if (step instanceof Step.Loop loop && canWait(loop)) {
        inRoundsOf(loop);
      }
    }
  }

  private void inRoundsOf(Step.Loop outer) {
    for (Step step : outer.body().steps()) {
      if (step instanceof Step.Loop loop && !enter(outer, outer, loop)) {
        for (Step inner : loop.body().steps()) {
          if (inner instanceof Step.Loop nest) {
            enter(outer, loop, nest);
          }
        }
      }
    }
  }

  private boolean enter(Step.Loop outer, Step.Loop each, Step.Loop nest) {
    boolean isFree =
        hasLoop(nest)
            && found.stream()
                .noneMatch(other -> other.nest() == nest || isInside(other.outer(), nest));
    RankOneNest one = isFree ? RankOneNest.of(seen, outer, each, nest) : null;
    if (one != null) {
      found.add(one);
    }
    return one != null;
  }

  private static boolean hasLoop(Step.Loop loop) {
    return loop.body().steps().stream().anyMatch(Step.Loop.class::isInstance);
  }

  private boolean isInside(Step step, Step.Loop loop) {
    return step == loop || seen.places().within(seen.places().region(step), loop);
  }

  /** Whether nothing ends a loop early, so that what is put off is done in the end. */
  private static boolean canWait(Step.Loop loop) {
    return Math.abs(loop.stride()) == 1
        && loop.checkpoint() == Step.Loop.NO_CHECKPOINT
        && loop.body().innermost().noneMatch(Step.Throw.class::isInstance);
  }
}
