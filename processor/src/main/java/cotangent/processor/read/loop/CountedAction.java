package cotangent.processor.read.loop;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
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

/** Makes a loop of an action that isn't a statement of the source. */
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
    if (frame.reading().representations().isUnrolled(at)
        && frame.draft().known(from) instanceof Integer first
        && frame.draft().known(to) instanceof Integer end
        && LoopCode.areFew(first, end, 1)) {
      for (int i = first; i < end; i++) {
        action.accept(frame.draft().constant(i));
      }
      return;
    }
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

  /**
   * Repeats an action as long as a test, which comes before it, says so.
   *
   * @param assigned the variables that the action assigns
   */
  public void repeatWhile(Supplier<Value> test, Set<Variable> assigned, Runnable action) {
    Environment.Mark outside = frame.environment().mark();
    Carried carried = new Carried(frame, assigned);
    while (true) {
      GraphBuilder before = new GraphBuilder();
      carried.enter(before);
      Environment.Mark inside = frame.environment().mark();
      Value[] goesOn = new Value[1];
      frame.region(before, () -> goesOn[0] = test.get());
      LoopExits exits = new LoopExits(frame, carried, inside);
      Region first = before.yield(exits.with(goesOn[0], Flow.ON));
      GraphBuilder after = new GraphBuilder();
      frame.region(after, action);
      boolean comesBack = !frame.flow().isNever();
      frame.flow(Flow.ON);
      Supplier<Carried> wider = comesBack ? carried.wider(at, outside) : null;
      if (wider == null) {
        List<Value> next = comesBack ? carried.next(at, after) : List.of();
        List<Value> results = frame.at(at).whileLoop(carried.initial(), first, after.yield(next));
        frame.environment().undo(outside);
        exits.settle(results, Flow.ON, true);
        return;
      }
      frame.environment().undo(outside);
      carried = wider.get();
    }
  }
}
