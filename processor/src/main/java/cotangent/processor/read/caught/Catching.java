package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Enclosed;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the steps of a block so that a caught exception ends the block and becomes a value: tests
 * come before what would throw it, what follows goes into the arm that goes on, and a loop has one
 * more reason to end. So the backward half undoes what was done, as for any branch.
 */
final class Catching {

  /** What is at the end of steps when no exception came. */
  private record End(List<Type> types, EndValues values) {}

  private interface EndValues {
    List<Value> at(State state);
  }

  private final Frame frame;
  private final Tree at;
  private final Draft draft;
  private final Notes notes;
  private final Sites sites;
  private final EndSlots slots;
  private final Exceptions exceptions;

  Catching(Frame frame, Tree at, Sites sites, EndSlots slots, Exceptions exceptions) {
    this.frame = frame;
    this.at = at;
    this.draft = frame.draft();
    this.notes = Notes.of(frame.reading());
    this.sites = sites;
    this.slots = slots;
    this.exceptions = exceptions;
  }

  /** Writes a block here; returns the slots, and then what is seen after the block. */
  List<Value> write(Enclosed block, State state) {
    return write(block.steps(), block.live(slots.held(block)), state);
  }

  /** Writes steps here; returns the slots, and then the results of the steps. */
  List<Value> write(List<Step> steps, List<Value> results, State state) {
    return run(steps, state, yielding(results, types(results)));
  }

  private static List<Type> types(List<Value> values) {
    return values.stream().map(Value::type).toList();
  }

  private End yielding(List<Value> values, List<Type> types) {
    return new End(types, state -> joined(slots.none(state), values));
  }

  private static List<Value> joined(List<Value> first, List<Value> second) {
    List<Value> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<Value> run(List<Step> steps, State state, End end) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Notes.Note note = notes.at(step);
      if (note != null) {
        state.note(note);
      } else if (sites.isCaught(step)) {
        return caught(step, steps.subList(i + 1, steps.size()), state, end);
      } else {
        state.checks().learn(step);
      }
      notes.add(step);
      if (step instanceof Step.Throw) {
        return List.of();
      }
    }
    return end.values.at(state);
  }

  private List<Value> caught(Step step, List<Step> others, State state, End end) {
    if (step instanceof Step.Throw thrown) {
      return exceptions.thrown(thrown, state, end.types);
    } else if (step instanceof Step.Branch branch) {
      return branch(branch, others, state, end);
    } else if (step instanceof Step.Loop loop) {
      return behind(loop(loop, state), loop.results(), others, state, end);
    } else if (step instanceof Step.While loop) {
      return behind(whileLoop(loop, state), loop.results(), others, state, end);
    } else if (step instanceof Step.Call call && !Checks.isLook(step)) {
      return attempted(call, others, state, end);
    } else if (!Checks.canTest(step)) {
      throw exceptions.refusal(step);
    }
    return guarded(step, state.checks().before(step), others, state, end);
  }

  /** Writes a call that may end in an exception, and then the other steps. */
  private List<Value> attempted(Step.Call call, List<Step> others, State state, End end) {
    if (!(call.callee() instanceof Callee.Member)) {
      CaughtCalls.Ending caught = CaughtCalls.of(frame.reading()).call(frame, at, call);
      return choose(
          caught.isThrown(),
          () -> exceptions.caught(caught.exception(), state.fork(), end.types),
          () -> run(others, state.fork(), end));
    }
    Attempt attempt = new Attempt(frame, call);
    attempt.write();
    return choose(
        attempt.isThrown(),
        () -> exceptions.caught(attempt.exception(), state.fork(), end.types),
        () -> {
          attempt.giveResult();
          return run(others, state.fork(), end);
        });
  }

  /** Writes a step after its tests, and then the other steps. */
  private List<Value> guarded(
      Step step, List<Checks.Check> checks, List<Step> others, State state, End end) {
    if (checks.isEmpty()) {
      state.checks().learn(step);
      draft.here().add(step);
      return run(others, state, end);
    }
    Checks.Check check = checks.get(0);
    List<Checks.Check> rest = checks.subList(1, checks.size());
    Clauses.Fate fate = sites.fate(check.exception());
    if (!fate.isCaught()) {
      return guarded(step, rest, others, state, end);
    }
    draft.at(step.position());
    return choose(
        check.condition().get(),
        () -> exceptions.found(check, fate.clauses().get(0), state, end.types),
        () -> guarded(step, rest, others, state.fork(), end));
  }

  /** Writes a branch; where one arm never continues, what follows goes into the other one. */
  private List<Value> branch(Step.Branch branch, List<Step> others, State state, End end) {
    draft.at(branch.position());
    if (branch.then().diverges() && branch.results().isEmpty()) {
      List<Step> rest = concatenated(branch.otherwise().steps(), others);
      return choose(
          branch.condition(),
          () -> run(branch.then().steps(), state.fork(), end),
          () -> run(rest, state.fork(), end));
    } else if (branch.otherwise().diverges() && branch.results().isEmpty()) {
      List<Step> rest = concatenated(branch.then().steps(), others);
      return choose(
          branch.condition(),
          () -> run(rest, state.fork(), end),
          () -> run(branch.otherwise().steps(), state.fork(), end));
    }
    List<Type> types = types(branch.results());
    List<Value> all =
        slots.choose(
            branch.condition(),
            () -> run(branch.then().steps(), state.fork(), yielding(branch.then().yields(), types)),
            () ->
                run(
                    branch.otherwise().steps(),
                    state.fork(),
                    yielding(branch.otherwise().yields(), types)),
            branch.results());
    return behind(slots.of(all), branch.results(), others, state, end);
  }

  private static List<Step> concatenated(List<Step> first, List<Step> second) {
    List<Step> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /**
   * Goes on after a step that may have been left by an exception.
   *
   * @param left the slots that it was left with
   * @param results its own results
   */
  private List<Value> behind(
      List<Value> left, List<Value> results, List<Step> others, State state, End end) {
    if (left.isEmpty() && draft.here().diverges()) {
      return List.of();
    }
    return choose(
        slots.isCaught(left),
        () -> joined(left, zeros(end.types)),
        () -> run(others, state.fork(), end));
  }

  private List<Value> zeros(List<Type> types) {
    return types.stream().map(draft::zero).toList();
  }

  /** Writes a counted loop, which may now end early. */
  private List<Value> loop(Step.Loop loop, State outside) {
    if (loop.checkpoint() != Step.Loop.NO_CHECKPOINT) {
      throw new Refusal(
          Problem.CHECKPOINT_LIMIT,
          loop.position(),
          "what ends in an exception that is caught outside of it",
          "catch it inside of the loop, or around the call of the method");
    }
    State state = outside.fork();
    state.checks().enter(loop);
    GraphBuilder before = new GraphBuilder();
    loop.body().parameters().forEach(before::parameter);
    List<Value> yields = new ArrayList<>();
    List<Value> next = new ArrayList<>();
    draft.in(
        before,
        () -> {
          boolean up = loop.stride() > 0;
          draft.at(loop.position());
          Value inside = draft.apply(up ? Operations.LT : Operations.GT, loop.index(), loop.to());
          List<Type> types = types(loop.carried());
          List<Value> all =
              choose(
                  inside,
                  () ->
                      run(loop.body().steps(), state.fork(), yielding(loop.body().yields(), types)),
                  () -> joined(slots.none(state), loop.carried()));
          next.addAll(all.subList(slots.count(), all.size()));
          yields.add(and(inside, not(slots.isCaught(all))));
          yields.addAll(all);
        });
    GraphBuilder after = new GraphBuilder();
    draft.in(
        after,
        () ->
            next.add(0, draft.apply(Operations.ADD, loop.index(), draft.constant(loop.stride()))));
    List<Value> initial = new ArrayList<>(List.of(loop.from()));
    initial.addAll(loop.initial());
    return whileLoop(loop, loop.results(), initial, before.yield(yields), after.yield(next));
  }

  /** Adds a loop whose results are the slots, and then those of the loop that it stands for. */
  private List<Value> whileLoop(
      Step like, List<Value> results, List<Value> initial, Region before, Region after) {
    List<Value> left = new ArrayList<>();
    before
        .yields()
        .subList(1, 1 + slots.count())
        .forEach(value -> left.add(new Value(value.type(), value.name())));
    List<Value> all = joined(left, results);
    draft.here().add(new Step.While(all, initial, before, after, like.position()));
    return left;
  }

  /** Writes a general loop; what came after its test comes before the test of the new one. */
  private List<Value> whileLoop(Step.While loop, State outside) {
    GraphBuilder before = new GraphBuilder();
    loop.before().parameters().forEach(before::parameter);
    List<Type> types = new ArrayList<>(List.of(Type.BOOLEAN));
    types.addAll(types(loop.results()));
    types.addAll(types(loop.carried()));
    List<Value> yields = new ArrayList<>();
    List<Value> next = new ArrayList<>();
    draft.in(
        before,
        () -> {
          End end = new End(types, state -> behindTest(loop, state));
          List<Value> all = run(loop.before().steps(), outside.fork(), end);
          if (all.isEmpty()) {
            return;
          }
          int exits = slots.count() + 1;
          yields.add(all.get(slots.count()));
          yields.addAll(all.subList(0, slots.count()));
          yields.addAll(all.subList(exits, exits + loop.results().size()));
          next.addAll(all.subList(exits + loop.results().size(), all.size()));
        });
    return whileLoop(
        loop, loop.results(), loop.initial(), before.yield(yields), new GraphBuilder().yield(next));
  }

  /** Returns the slots, whether the loop goes on, its exits, and the carried values. */
  private List<Value> behindTest(Step.While loop, State state) {
    List<Type> types = types(loop.carried());
    List<Value> all =
        choose(
            loop.condition(),
            () -> run(loop.after().steps(), state.fork(), yielding(loop.after().yields(), types)),
            () -> joined(slots.none(state), zeros(types)));
    List<Value> end = new ArrayList<>(all.subList(0, slots.count()));
    end.add(and(loop.condition(), not(slots.isCaught(all))));
    end.addAll(loop.exits());
    end.addAll(all.subList(slots.count(), all.size()));
    return end;
  }

  private Value and(Value a, Value b) {
    return draft.apply(Operations.AND, a, b);
  }

  private Value not(Value truth) {
    return draft.not(truth);
  }

  private List<Value> choose(
      Value condition, Supplier<List<Value>> then, Supplier<List<Value>> otherwise) {
    return slots.choose(condition, then, otherwise, null);
  }
}
