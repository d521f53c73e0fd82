package cotangent.processor.read.loop;

import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Invariance;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recognises loops whose number of iterations is known before they begin. */
final class CountedLoops {
  private final Frame frame;
  private final Environment environment;
  private final Draft draft;

  CountedLoops(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.draft = frame.draft();
  }

  /**
   * Reads a loop, and what follows it; returns false, having done nothing, where it doesn't count.
   */
  boolean read(ForLoopTree tree, List<String> labels, Runnable rest) {
    Count count = Count.of(tree, environment, frame::constant);
    if (count == null
        || !Jumps.endingLoop(List.of(tree.getStatement()), labels).isEmpty()
        || !(environment.get(count.index()) instanceof Term.Single from)) {
      return false;
    }
    List<Step> steps = draft.here().steps();
    int mark = steps.size();
    Value to = bound(count);
    Invariance invariance = Invariance.of(List.copyOf(steps.subList(mark, steps.size())));
    if (to == null || invariance == null) {
      steps.subList(mark, steps.size()).clear();
      return false;
    }
    if (isUnrolled(tree, count, from.value(), to)) {
      Unrolled loop = new Unrolled(tree, labels, count, rest);
      rounds(loop, (Integer) Objects.requireNonNull(draft.known(from.value())));
      return true;
    }
    Environment.Mark outside = environment.mark();
    Round round = round(tree, labels, count, invariance, outside);
    if (round == null) {
      environment.undo(outside);
      frame.flow(Flow.ON);
      steps.subList(mark, steps.size()).clear();
      return false;
    }
    close(tree, round, outside, from.value(), to, count);
    leaveIndex(tree, count, from, to);
    rest.run();
    return true;
  }

  /** Adds the loop whose round was read; what it carries is known after it. */
  private void close(
      ForLoopTree tree, Round round, Environment.Mark outside, Value from, Value to, Count count) {
    Carried carried = round.carried();
    Region whole = round.body().yield(carried.next(tree, round.body()));
    environment.undo(outside);
    int checkpoint = new CheckpointMarks(frame).rounds(tree.getInitializer());
    carried.leave(
        frame
            .at(tree)
            .loop(from, to, count.stride(), carried.initial(), whole, checkpoint)
            .iterator());
  }

  private boolean isUnrolled(ForLoopTree tree, Count count, Value from, Value to) {
    return frame.reading().representations().isUnrolled(tree)
        && draft.known(from) instanceof Integer first
        && draft.known(to) instanceof Integer end
        && LoopCode.areFew(first, end, count.stride());
  }

  /** A loop whose rounds are read one after the other. */
  private record Unrolled(ForLoopTree tree, List<String> labels, Count count, Runnable rest) {}

  /** Where it ends as far as the rounds before tell. */
  private int end(Unrolled loop) {
    Value to = bound(loop.count);
    if (to != null && draft.known(to) instanceof Integer end) {
      return end;
    }
    throw frame.refusal(
        loop.tree,
        Problem.SYNTAX,
        "a loop that composes functions up to a bound that changes in it",
        "take a bound that stays the same");
  }

  private void rounds(Unrolled loop, int i) {
    Count count = loop.count;
    Term index = new Term.Single(count.index().type(), draft.constant(i));
    environment.set(count.index(), index);
    int end = end(loop);
    if (count.stride() > 0 ? i >= end : i <= end) {
      if (!count.outlives()) {
        environment.forget(count.index());
      }
      loop.rest.run();
      return;
    }
    new LoopCode(frame).body(loop.tree.getStatement(), loop.labels, Frame.NOTHING);
    frame.afterwards(
        loop.tree,
        () -> {
          if (loop.tree.getUpdate().size() > 1) {
            new LoopCode(frame).update(loop.tree.getUpdate());
          }
          rounds(loop, i + count.stride());
        });
  }

  /** The body of a loop, and what it carries from one round to the next. */
  private record Round(Carried carried, GraphBuilder body) {}

  /**
   * Reads the body until all that changes is carried; returns null where the loop doesn't count.
   */
  private @Nullable Round round(
      ForLoopTree tree,
      List<String> labels,
      Count count,
      Invariance invariance,
      Environment.Mark outside) {
    Carried carried = new Carried(frame, assigned(tree, count));
    while (true) {
      GraphBuilder body = new GraphBuilder();
      if (!body(tree, labels, count, carried, body) || !invariance.holdsDuring(body.steps())) {
        return null;
      }
      Supplier<Carried> wider = carried.wider(tree, outside);
      if (wider == null) {
        return isSteady(count, body) ? new Round(carried, body) : null;
      }
      environment.undo(outside);
      carried = wider.get();
    }
  }

  /** Whether the bound, asked for once more behind the body, has nothing to do with the body. */
  private boolean isSteady(Count count, GraphBuilder body) {
    GraphBuilder again = new GraphBuilder();
    Environment.Mark behind = environment.mark();
    List<Value> bound = new ArrayList<>();
    frame.region(again, () -> bound.add(frame.expressions().number(count.bound())));
    environment.undo(behind);
    Set<Value> inside = new HashSet<>(body.parameters());
    body.steps().forEach(step -> inside.addAll(step.results()));
    return !inside.contains(bound.get(0)) && !uses(again.steps(), inside);
  }

  private static boolean uses(List<Step> steps, Set<Value> values) {
    return steps.stream()
        .anyMatch(
            step ->
                step.operands().stream().anyMatch(values::contains)
                    || step.regions().stream()
                        .anyMatch(
                            region ->
                                region.yields().stream().anyMatch(values::contains)
                                    || uses(region.steps(), values)));
  }

  private Set<Variable> assigned(ForLoopTree tree, Count count) {
    List<Tree> code = new ArrayList<>(tree.getUpdate());
    code.add(tree.getStatement());
    Set<Variable> assigned = new LoopCode(frame).assigned(code);
    assigned.remove(count.index());
    return assigned;
  }

  private boolean body(
      ForLoopTree tree, List<String> labels, Count count, Carried carried, GraphBuilder body) {
    boolean[] complete = new boolean[1];
    Value index = body.parameter(Type.INT, count.index().name());
    if (count.stride() > 0) {
      draft.counts(index);
    }
    carried.enter(body);
    environment.set(count.index(), new Term.Single(count.index().type(), index));
    LoopCode loops = new LoopCode(frame);
    frame.region(
        body,
        () -> {
          complete[0] = loops.body(tree.getStatement(), labels, Frame.NOTHING);
          if (complete[0] && tree.getUpdate().size() > 1) {
            loops.update(tree.getUpdate());
          }
        });
    return complete[0];
  }

  /** Reads the bound, and makes it exclusive; null where that might overflow or isn't an int. */
  private @Nullable Value bound(Count count) {
    Value bound = frame.expressions().number(count.bound());
    if (!bound.type().isIntegral() || bound.type() == Type.LONG) {
      return null;
    }
    Value to = draft.cast(bound, Type.INT);
    if (!count.inclusive()) {
      return to;
    }
    int extreme = count.stride() > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
    if (draft.known(to) instanceof Integer number && number == extreme) {
      return null;
    }
    Op op = count.stride() > 0 ? Operations.ADD : Operations.SUB;
    return draft.apply(op, to, draft.constant(1));
  }

  /** Gives an index that outlives the loop its last value. */
  private void leaveIndex(ForLoopTree tree, Count count, Term.Single from, Value to) {
    if (!count.outlives()) {
      environment.forget(count.index());
      return;
    }
    Value none = draft.apply(count.stride() > 0 ? Operations.LT : Operations.GT, from.value(), to);
    environment.set(
        count.index(),
        new Term.Single(
            count.index().type(), frame.at(tree).apply(Operations.SELECT, none, to, from.value())));
  }
}
