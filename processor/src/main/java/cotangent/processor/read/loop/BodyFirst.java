package cotangent.processor.read.loop;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a loop whose body comes before its test: {@code do}, and endless loops that are left from
 * several places. A jump out makes the test fail, so that no flag is carried.
 */
final class BodyFirst {
  private final Frame frame;
  private final LoopParts parts;
  private final Environment environment;
  private final Target end;
  private final Target next;
  private final Variable again;

  BodyFirst(Frame frame, LoopParts parts) {
    this.frame = frame;
    this.parts = parts;
    this.environment = frame.environment();
    this.end = environment.target("done");
    this.next = environment.target("skip");
    this.again = environment.unnamed("again", frame.booleanType());
  }

  /** Reads the loop, and what follows it. */
  void read(Runnable rest) {
    read(rest, environment.mark(), new Carried(frame, parts.assigned()));
  }

  private void read(Runnable rest, Environment.Mark outside, Carried carried) {
    GraphBuilder before = new GraphBuilder();
    carried.enter(before);
    Environment.Mark inside = environment.mark();
    frame.region(before, this::iteration);
    Term test = environment.get(again);
    environment.forget(again);
    if (test == null) {
      environment.undo(outside);
      once(rest);
      return;
    }
    Supplier<Carried> wider = carried.wider(parts.tree(), outside);
    if (wider != null) {
      environment.undo(outside);
      frame.flow(Flow.ON);
      read(rest, outside, wider.get());
      return;
    }
    LoopExits exits = new LoopExits(frame, carried, inside);
    exits.addBindings(parts.bindings());
    Flow left = frame.flow().without(end);
    Region first = before.yield(exits.with(frame.single(test), left));
    GraphBuilder after = new GraphBuilder();
    Region second = after.yield(carried.next(parts.tree(), after));
    List<Value> results = frame.at(parts.tree()).whileLoop(carried.initial(), first, second);
    boolean isEndless =
        parts.test() == null || Boolean.TRUE.equals(frame.draft().known(frame.single(test)));
    boolean ends = !isEndless || frame.flow().jumps().containsKey(end);
    environment.undo(outside);
    frame.flow(exits.settle(results, left, ends));
    frame.afterwards(parts.tree(), rest);
  }

  private void iteration() {
    frame.targets().inLoop(parts.labels(), end, next, this::body);
    frame.arriveAt(next);
    frame.afterwards(
        parts.tree(),
        () -> {
          parts.update().run();
          Value test = parts.test() == null ? frame.draft().constant(true) : parts.test().get();
          environment.set(again, new Term.Single(frame.booleanType(), test));
        });
  }

  private void body() {
    environment.inNewScope(
        () -> {
          if (parts.enter() != null) {
            parts.enter().run();
          }
          frame.statements().read(parts.body(), Frame.NOTHING);
        });
  }

  /** Reads a loop that never comes to a second iteration. */
  private void once(Runnable rest) {
    frame.flow(Flow.ON);
    frame.targets().inLoop(parts.labels(), end, next, this::body);
    frame.arriveAt(end);
    frame.afterwards(parts.tree(), rest);
  }
}
