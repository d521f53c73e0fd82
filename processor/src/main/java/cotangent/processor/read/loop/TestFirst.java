package cotangent.processor.read.loop;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Mentioned;
import cotangent.processor.read.scan.HeadExit;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a loop whose test comes before its body. One test within the body that leaves the loop may
 * join the loop's own; any other jump out sets one of the {@link JumpFlags}.
 */
final class TestFirst {
  private final Frame frame;
  private final LoopParts parts;
  private final @Nullable HeadExit head;
  private final Environment environment;
  private final Draft draft;
  private final Tree tree;
  private final Target end;
  private final Target next;
  private final Variable again;
  private final Environment.Scope outer;
  private final JumpFlags flags;
  private @Nullable Variable byHead;
  private boolean returnsToTest;
  private boolean isNeverLeftByHead;

  TestFirst(Frame frame, LoopParts parts, @Nullable HeadExit head) {
    this.frame = frame;
    this.parts = parts;
    this.head = head;
    this.environment = frame.environment();
    this.draft = frame.draft();
    this.tree = parts.tree();
    this.end = environment.target("done");
    this.next = environment.target("skip");
    this.flags = new JumpFlags(frame, parts, end);
    this.again = environment.unnamed("again", frame.booleanType());
    this.outer = environment.scope();
  }

  /** Reads the loop, and what follows it. */
  void read(Runnable rest) {
    Environment.Mark outside = environment.mark();
    Set<Variable> assigned = new LinkedHashSet<>(parts.assigned());
    prepareFlags(assigned);
    read(rest, outside, environment.mark(), new Carried(frame, assigned));
  }

  /** Tries to read it with what is carried from round to round, else with more. */
  private void read(
      Runnable rest, Environment.Mark outside, Environment.Mark prepared, Carried carried) {
    Runnable behind = () -> environment.inScope(outer, parts.bindings(), rest);
    Runnable[] instead = {Frame.NOTHING};
    environment.inNewScope(() -> instead[0] = attempt(behind, outside, prepared, carried));
    instead[0].run();
  }

  /** Returns what is to be done instead of what was read, which is then undone. */
  private Runnable attempt(
      Runnable rest, Environment.Mark outside, Environment.Mark prepared, Carried carried) {
    GraphBuilder before = new GraphBuilder();
    carried.enter(before);
    Environment.Mark inside = environment.mark();
    frame.region(before, this::test);
    Term test = environment.get(again);
    environment.forget(again);
    if (test == null) {
      environment.undo(outside);
      return () -> once(rest);
    }
    LoopExits exits = exits(carried, inside);
    Region first = before.yield(exits.with(frame.single(test), Flow.ON));
    GraphBuilder after = new GraphBuilder();
    frame.flow(Flow.ON);
    frame.region(after, this::body);
    if (!returnsToTest) {
      environment.undo(outside);
      return () -> once(rest);
    }
    Supplier<Carried> wider = carried.wider(tree, prepared);
    if (wider != null) {
      environment.undo(prepared);
      frame.flow(Flow.ON);
      return () -> read(rest, outside, prepared, wider.get());
    }
    if (isNeverLeftByHead) {
      environment.undo(outside);
      return () -> withoutHead(rest);
    }
    Region second = after.yield(carried.next(tree, after));
    List<Value> results = frame.at(tree).whileLoop(carried.initial(), first, second);
    environment.undo(outside);
    exits.settle(results, Flow.ON, true);
    frame.flow(flags.flowBehind());
    frame.afterwards(tree, () -> behind(rest));
    return Frame.NOTHING;
  }

  /** Finds what leaves the loop, with the variables that the exit at its head mentions. */
  private LoopExits exits(Carried carried, Environment.Mark inside) {
    LoopExits exits = new LoopExits(frame, carried, inside);
    exits.addBindings(parts.bindings());
    if (head != null) {
      Mentioned.in(List.of(head.exit())).stream()
          .map(environment::named)
          .filter(variable -> variable != null && !inside.isAfter(variable))
          .forEach(variable -> exits.add(variable, environment.require(variable)));
    }
    return exits;
  }

  private void prepareFlags(Set<Variable> assigned) {
    flags.prepare(head == null ? List.of(parts.body()) : head.suffix(), assigned);
    if (head != null && !(flags.isEmpty() && parts.test() == null)) {
      byHead = environment.unnamed("found", frame.booleanType());
    }
  }

  private Term truth(Value value) {
    return new Term.Single(frame.booleanType(), value);
  }

  private void test() {
    if (flags.isEmpty()) {
      testCondition();
      return;
    }
    frame.branches().branch(tree, flags.any(), this::stop, this::testCondition);
  }

  private void stop() {
    decide(draft.constant(false), null);
  }

  private void decide(Value goOn, @Nullable Value leftByHead) {
    environment.set(again, truth(goOn));
    if (byHead != null) {
      environment.set(byHead, truth(leftByHead == null ? draft.constant(false) : leftByHead));
    }
  }

  private void testCondition() {
    if (parts.test() == null) {
      testHead();
    } else if (head == null) {
      decide(parts.test().get(), null);
    } else {
      frame.branches().branch(tree, parts.test().get(), this::testHead, this::stop);
    }
  }

  private void testHead() {
    if (head == null) {
      decide(draft.constant(true), null);
      return;
    }
    frame.statements().sequence(head.prefix(), Frame.NOTHING);
    Value leave = frame.expressions().condition(head.test());
    isNeverLeftByHead = Boolean.FALSE.equals(draft.known(leave));
    decide(draft.not(leave), leave);
  }

  private void body() {
    frame.targets().inLoop(parts.labels(), end, next, this::statements);
    frame.arriveAt(next);
    returnsToTest = frame.flow().normal();
    if (returnsToTest && parts.updateIsHarmless()) {
      parts.update().run();
    } else {
      frame.afterwards(tree, parts.update());
    }
    flags.follow();
  }

  private void statements() {
    environment.inNewScope(
        () -> {
          if (parts.enter() != null) {
            parts.enter().run();
          }
          List<? extends StatementTree> body = head == null ? List.of(parts.body()) : head.suffix();
          frame.statements().sequence(body, Frame.NOTHING);
        });
  }

  /** Does what is to be done on the way out, and goes on. */
  private void behind(Runnable rest) {
    if (head == null) {
      rest.run();
    } else if (byHead == null) {
      exit();
      frame.afterwards(tree, rest);
    } else if (head.onlyBreaks(parts.labels())) {
      rest.run();
    } else if (Jumps.outOf(head.exit()).stream().anyMatch(jump -> jump.kind() == Tree.Kind.BREAK)) {
      frame
          .branches()
          .branch(tree, frame.single(environment.require(byHead)), this::exit, Frame.NOTHING);
      frame.afterwards(tree, rest);
    } else {
      frame.branches().branch(tree, frame.single(environment.require(byHead)), this::exit, rest);
    }
  }

  private void exit() {
    if (head != null) {
      frame
          .targets()
          .inLoop(
              parts.labels(), end, next, () -> frame.statements().read(head.exit(), Frame.NOTHING));
      frame.arriveAt(end);
    }
  }

  /**
   * Reads a loop whose test in the body never holds: nothing can be read of its exit, which may use
   * variables of patterns that certainly don't fit.
   */
  private void withoutHead(Runnable rest) {
    frame.flow(Flow.ON);
    if (parts.test() == null) {
      new BodyFirst(frame, parts).read(rest);
    } else {
      new TestFirst(frame, parts, null).read(rest);
    }
  }

  /** Reads a loop that never comes to a second iteration. */
  private void once(Runnable rest) {
    frame.flow(Flow.ON);
    Runnable body =
        () ->
            frame
                .targets()
                .inLoop(
                    parts.labels(),
                    end,
                    next,
                    () ->
                        environment.inNewScope(
                            () -> {
                              if (parts.enter() != null) {
                                parts.enter().run();
                              }
                              frame.statements().read(parts.body(), Frame.NOTHING);
                            }));
    if (parts.test() == null) {
      body.run();
    } else {
      frame.branches().branch(tree, parts.test().get(), body, Frame.NOTHING);
    }
    frame.arriveAt(end);
    frame.afterwards(tree, rest);
  }
}
