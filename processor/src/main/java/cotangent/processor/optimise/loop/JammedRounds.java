package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds to a matrix what four rounds of a loop each add to it in one go. The derivative by a matrix
 * that all rounds multiply by is a sum of products of two vectors, one for each round, and what
 * such a sum costs is to read and write the matrix: four products at once take a quarter of that.
 * The vectors of the last rounds are kept until there are four. Elements are added to in the same
 * order as before, so the sums are the same bit for bit.
 */
final class JammedRounds extends Rewriter {
  private final Map<Step, KeptRounds> nests = new IdentityHashMap<>();
  private final Map<Step, List<KeptRounds>> loops = new IdentityHashMap<>();

  private JammedRounds(List<RankOneNest> found) {
    for (RankOneNest nest : found) {
      KeptRounds kept = new KeptRounds(nest);
      nests.put(nest.nest(), kept);
      loops.computeIfAbsent(nest.outer(), unused -> new ArrayList<>()).add(kept);
    }
  }

  /** Returns the graph with such sums in fewer goes, or as it is. */
  static Graph in(Survey seen) {
    List<RankOneNest> found = new RankOneNests(seen).in(seen.graph().body());
    return found.isEmpty() ? seen.graph() : new JammedRounds(found).rewrite(seen.graph());
  }

  @Override
  protected void rewrite(Step step) {
    if (nests.containsKey(step)) {
      write(nests.get(step)::writeKeeping);
    } else if (loops.containsKey(step)) {
      List<KeptRounds> all = loops.get(step);
      all.forEach(kept -> write(kept::writeFirst));
      addInside(step, body -> withTurns(body, all));
      all.forEach(kept -> write(kept::writeLast));
    } else {
      add(inside(step));
    }
  }

  private void write(Consumer<GraphBuilder> part) {
    GraphBuilder steps = new GraphBuilder();
    part.accept(steps);
    steps.steps().forEach(this::add);
  }

  private static Region withTurns(Region body, List<KeptRounds> all) {
    GraphBuilder round = new GraphBuilder();
    body.parameters().forEach(round::parameter);
    all.forEach(kept -> kept.writeTurn(round));
    body.steps().forEach(round::add);
    return round.yield(body.yields());
  }
}
