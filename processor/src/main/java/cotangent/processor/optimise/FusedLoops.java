package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Runs loops that follow each other as one, where that makes scalars of arrays between them: what
 * one computes for another needn't go through memory.
 */
final class FusedLoops extends Rewriter {
  private final Survey seen;
  private final Deque<KnownLengths> lengths = new ArrayDeque<>();
  private @Nullable Fusion fusion;
  private @Nullable Step start;
  private int left;

  FusedLoops(Survey seen) {
    this.seen = seen;
    lengths.push(new KnownLengths(seen.graph(), seen.arrays()));
  }

  /** Gives the graph with one run of loops fused, or as it is. */
  static Graph in(Survey seen) {
    return new FusedLoops(seen).rewrite(seen.graph());
  }

  @Override
  void opened(Region region) {
    lengths.push(new KnownLengths(lengths.getFirst()));
    if (fusion == null && region.steps().stream().filter(Step.Loop.class::isInstance).count() > 1) {
      search(region);
    }
  }

  private void search(Region region) {
    KnownLengths known = new KnownLengths(lengths.getFirst());
    int i = 0;
    while (fusion == null && i < region.steps().size()) {
      LoopRun run = LoopRun.of(region, i, seen, new KnownLengths(known));
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
  void closed(Region region) {
    lengths.pop();
  }

  @Override
  void rewrite(Step step) {
    lengths.getFirst().learn(step);
    Fusion found = fusion;
    if (found != null && step == start) {
      found.steps().forEach(this::add);
      found.replaced().forEach(this::replace);
      start = null;
      left--;
    } else if (found != null && start == null && left > 0) {
      left--;
    } else {
      add(inside(step));
    }
  }
}
