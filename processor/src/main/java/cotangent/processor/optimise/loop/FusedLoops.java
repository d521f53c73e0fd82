package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.op.Bounds;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import org.jspecify.annotations.Nullable;

/**
 * Runs loops that follow each other as one, where that turns arrays between them into scalars: what
 * one computes for another needn't go through memory. Rounds may be shifted against each other, and
 * run in the other direction, as no derivatives are taken any more; what has to be joined before
 * that, {@link TensorChains} joins.
 */
final class FusedLoops extends Rewriter {
  private final Survey seen;
  private Bounds bounds;
  private @Nullable Fusion fusion;
  private @Nullable Step start;
  private int left;

  FusedLoops(Survey seen) {
    this.seen = seen;
    bounds = new Bounds(seen.places()::definition);
  }

  /** Returns the graph with one run of loops fused, or as it is. */
  static Graph in(Survey seen) {
    return new FusedLoops(seen).rewrite(seen.graph());
  }

  @Override
  protected void opened(Region region) {
    bounds = bounds.inside();
    if (fusion == null && region.steps().stream().filter(Step.Loop.class::isInstance).count() > 1) {
      search(region);
    }
  }

  private void search(Region region) {
    Bounds known = bounds.inside();
    int i = 0;
    while (fusion == null && i < region.steps().size()) {
      LoopRun run = LoopRun.of(region, i, seen, known.inside());
      if (run.canFuse()) {
        fusion = Fusion.of(run);
        start = region.steps().get(i);
        left = fusion == null ? 0 : run.end() - i;
      }
      int next = Math.max(i + 1, run.restart());
      region.steps().subList(i, next).forEach(known::learn);
      i = next;
    }
  }

  @Override
  protected void closed(Region region) {
    bounds = bounds.outside();
  }

  @Override
  protected void rewrite(Step step) {
    bounds.learn(step);
    Fusion found = fusion;
    if (found != null && step == start) {
      found.steps().forEach(this::add);
      found.replaced().forEach(this::replace);
      start = null;
      left--;
    } else if (found != null && start == null && left > 0) {
      left--;
    } else if (step instanceof Step.Loop loop) {
      bounds = bounds.inside(loop);
      add(inside(step));
      bounds = bounds.outside();
    } else {
      add(inside(step));
    }
  }
}
