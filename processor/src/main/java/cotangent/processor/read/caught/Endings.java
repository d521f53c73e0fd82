package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block with what is done at its end, however it ends. All ways out come together there;
 * after it each goes on to where it was about to go.
 */
final class Endings {

  /** What is done at the end. */
  interface Last {
    void run(Way way);
  }

  private final Frame frame;
  private final CaughtBlocks blocks;
  private final Environment environment;

  Endings(Frame frame) {
    this.frame = frame;
    this.blocks = new CaughtBlocks(frame);
    this.environment = frame.environment();
  }

  /** How a block ended. */
  final class Way {
    private final Tree at;
    private final Flow flow;
    private final Target thrown;

    private Way(Tree at, Flow flow, Target thrown) {
      this.at = at;
      this.flow = flow;
      this.thrown = thrown;
    }

    /** Does one thing or another, depending on whether the block ended in an exception. */
    void choose(Runnable otherwise, Runnable whereThrown) {
      Value flag = flow.jumps().get(thrown);
      if (!flow.jumps().containsKey(thrown)) {
        otherwise.run();
      } else if (flag == null) {
        whereThrown.run();
      } else {
        frame.branches().branch(at, flag, whereThrown, otherwise);
      }
    }
  }

  /** Reads a block, and what is done at its end. */
  void read(Tree at, Runnable action, Last last) {
    Clauses any = Clauses.any(frame.names().program());
    any.asks(0);
    Interrupted exception = new Interrupted(frame, any);
    Map<Target, Target> detours = new LinkedHashMap<>();
    frame.allTargets().forEach(each -> detours.put(each, environment.target(each.name())));
    frame.through(detours, () -> blocks.read(at, any, action, exception));
    Flow left = frame.flow();
    if (left.isNever()) {
      return;
    }
    frame.flow(Flow.ON);
    last.run(new Way(at, left, exception.thrown()));
    frame.afterwards(at, () -> goOn(at, left, exception, detours));
  }

  /** Goes on with what the end interrupted. */
  private void goOn(Tree at, Flow left, Interrupted exception, Map<Target, Target> detours) {
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    detours.forEach(
        (target, detour) -> {
          if (left.jumps().containsKey(detour)) {
            jumps.put(frame.first(target), left.jumps().get(detour));
          }
        });
    if (!left.normal() && jumps.size() == 1) {
      jumps.replaceAll((target, flag) -> null);
    }
    Flow others = new Flow(left.normal(), jumps);
    new Way(at, left, exception.thrown())
        .choose(() -> frame.flow(others), () -> exception.rethrow(at));
  }
}
