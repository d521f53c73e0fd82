package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Enclosed;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Term;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks from which exceptions are caught: first as if nothing caught them, then, where
 * something does, once more from their steps.
 */
final class CaughtBlocks {

  /** What is done where a clause catches an exception. */
  interface Handler {

    /** Learns before anything is handled which fields of exceptions are known. */
    default void expect(Collection<VariableElement> fields) {}

    void handle(int clause, @Nullable Value exception);
  }

  private final Frame frame;
  private final Environment environment;

  CaughtBlocks(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
  }

  /** Reads a block, and what clauses do with its exceptions. */
  void read(Tree at, Clauses clauses, Runnable action, Handler handler) {
    Notes notes = Notes.of(frame.reading());
    Environment.Mark before = environment.mark();
    Enclosed block = notes.block(frame, clauses, action);
    Sites sites = new Sites(frame.reading(), clauses, block.steps());
    if (block.steps().stream().noneMatch(sites::isCaught)) {
      block.steps().forEach(notes::add);
      block.resume();
      return;
    }
    EndSlots slots = new EndSlots(frame, at, clauses, sites);
    notes.in(block.steps(), note -> widen(at, note, before, slots));
    sites.narrow();
    sites.throwing(slots::carry);
    handler.expect(slots.carried());
    Exceptions exceptions = new Exceptions(frame, at, clauses, sites, slots);
    List<Value> left = new Catching(frame, at, sites, slots, exceptions).write(block, begin());
    if (left.isEmpty()) {
      frame.flow(Flow.NEVER);
      return;
    }
    List<Value> live = left.subList(slots.count(), left.size());
    if (block.isNever()) {
      handle(at, 0, clauses, slots, left, handler);
      return;
    }
    frame
        .branches()
        .branch(
            at,
            slots.isCaught(left),
            () -> handle(at, 0, clauses, slots, left, handler),
            () -> {
              slots.restore(left, environment);
              block.resume(live, slots.held(block));
            });
  }

  private void widen(Tree at, Notes.Note note, Environment.Mark before, EndSlots slots) {
    boolean isKnown = before.isAfter(note.variable());
    if (note.variable().isField() || isKnown) {
      Term then = environment.get(note.variable());
      if (note.variable().isField() && isKnown && then == null) {
        throw frame.unassigned(at, note.variable());
      }
      slots.widen(note.variable(), then);
      slots.widen(note.variable(), note.term());
    }
  }

  private State begin() {
    return new State(environment, new Checks(frame.draft()));
  }

  private void handle(
      Tree at, int clause, Clauses clauses, EndSlots slots, List<Value> left, Handler handler) {
    Runnable here =
        () -> {
          slots.restore(left, environment);
          handler.handle(
              clause, clauses.asked().contains(clause) ? slots.exception(clause, left) : null);
        };
    if (clause == clauses.size() - 1) {
      here.run();
      return;
    }
    frame
        .branches()
        .branch(
            at,
            slots.isCaughtBy(clause, left),
            here,
            () -> handle(at, clause + 1, clauses, slots, left, handler));
  }
}
