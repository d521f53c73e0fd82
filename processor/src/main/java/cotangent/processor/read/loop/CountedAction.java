package cotangent.processor.read.loop;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes a counted loop of an action that isn't a statement of the source. */
public final class CountedAction {
  private final Frame frame;
  private final Tree at;

  public CountedAction(Frame frame, Tree at) {
    this.frame = frame;
    this.at = at;
  }

  /**
   * Repeats an action.
   *
   * @param from the first index
   * @param to the end of the indices
   * @param assigned the variables that the action assigns
   * @param action takes the index; it may be read several times
   */
  public void repeat(Value from, Value to, Set<Variable> assigned, Consumer<Value> action) {
    Environment.Mark outside = frame.environment().mark();
    Carried carried = new Carried(frame, assigned);
    while (true) {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      frame.draft().counts(index);
      carried.enter(body);
      frame.region(body, () -> action.accept(index));
      boolean ends = !frame.flow().isNever();
      frame.flow(Flow.ON);
      Supplier<Carried> wider = carried.wider(at, outside);
      if (wider == null) {
        List<Value> next = ends ? carried.next(at, body) : List.of();
        frame.environment().undo(outside);
        carried.leave(
            frame.at(at).loop(from, to, 1, carried.initial(), body.yield(next)).iterator());
        return;
      }
      frame.environment().undo(outside);
      carried = wider.get();
    }
  }
}
