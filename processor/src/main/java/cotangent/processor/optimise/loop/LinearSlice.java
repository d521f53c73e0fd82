package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps in a loop's body that a sum's addend is made by, as far back as to one array; and the
 * arrays on the way, which only hand numbers on.
 */
final class LinearSlice {
  private final LocalArrays arrays;
  private final Places places;
  private final Step.Loop outer;
  private final Sink sink;
  private final @Nullable Value summed;
  private final Set<Step> steps = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> values = new HashSet<>();
  private final Set<Value> between = new LinkedHashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();
  private boolean isWhole = true;

  /** Where a number is added to an element, which may also be subtracted from it. */
  record Sink(Step.Write write, Step.Apply sum, Step.Read old, Value addend) {

    /** Returns a step as such a place, or null. */
    static @Nullable Sink of(Step step, Places places) {
      if (step instanceof Step.Write write
          && Rewriter.isMade(write)
          && write.value().type().isReal()
          && places.definition(write.value()) instanceof Step.Apply sum
          && places.users(sum.result()).size() == 1) {
        boolean isSum = sum.operation() == Operations.ADD;
        if (isSum || sum.operation() == Operations.SUB) {
          Value one = sum.operands().get(0);
          Value two = sum.operands().get(1);
          Step.Read first = old(write, one, places);
          Step.Read second = isSum && first == null ? old(write, two, places) : null;
          return first != null
              ? new Sink(write, sum, first, two)
              : second != null ? new Sink(write, sum, second, one) : null;
        }
      }
      return null;
    }

    private static Step.@Nullable Read old(Step.Write write, Value value, Places places) {
      return places.definition(value) instanceof Step.Read read
              && read.array() == write.array()
              && read.index() == write.index()
              && places.region(read) == places.region(write)
              && places.users(value).size() == 1
          ? read
          : null;
    }
  }

  private LinearSlice(LocalArrays arrays, Step.Loop outer, Sink sink, @Nullable Value summed) {
    this.arrays = arrays;
    this.places = arrays.places();
    this.outer = outer;
    this.sink = sink;
    this.summed = summed;
  }

  /**
   * Returns what an addend is made by.
   *
   * @param outer the loop that all of it is in
   * @param summed the array to go back to; null to go back as far as there is anything
   */
  static LinearSlice of(LocalArrays arrays, Step.Loop outer, Sink sink, @Nullable Value summed) {
    LinearSlice slice = new LinearSlice(arrays, outer, sink, summed);
    slice.want(sink.write());
    while (!slice.pending.isEmpty()) {
      slice.follow(slice.pending.pop());
    }
    return slice;
  }

  Step sink() {
    return sink.write();
  }

  Sink place() {
    return sink;
  }

  Step.Loop outer() {
    return outer;
  }

  /** Whether there is nothing in it that can't be done later in the same way. */
  boolean isWhole() {
    return isWhole;
  }

  boolean contains(Step step) {
    return steps.contains(step);
  }

  boolean contains(Value value) {
    return values.contains(value);
  }

  Set<Step> steps() {
    return steps;
  }

  /** Returns the arrays of numbers that only hand on what was computed in the same round. */
  Set<Value> between() {
    return between;
  }

  /** Returns what made those of them that all rounds use. */
  List<Step.NewArray> madeBefore() {
    return between.stream()
        .filter(this::isOutside)
        .map(array -> (Step.NewArray) Objects.requireNonNull(places.definition(array)))
        .toList();
  }

  /** Whether a value or an array in it is the same in all rounds, by where it is made. */
  boolean isOutside(Value value) {
    return BeforeLoop.isOutside(value, outer, places);
  }

  private void want(Value value) {
    if (value != summed && !isOutside(value) && values.add(value)) {
      pending.push(value);
    }
  }

  private void follow(Value value) {
    Step maker = Objects.requireNonNull(places.maker(value));
    if (maker == outer) {
      isWhole = false;
    } else if (maker instanceof Step.Loop loop) {
      want(loop);
      int carried = Math.max(loop.carried().indexOf(value), loop.results().indexOf(value));
      if (carried >= 0) {
        want(loop.carried().get(carried));
        want(loop.initial().get(carried));
        want(loop.body().yields().get(carried));
      }
    } else {
      want(maker);
    }
  }

  private void want(Step step) {
    if (!steps.add(step)) {
      return;
    }
    Step owner = places.owner(places.region(step));
    if (owner != null && owner != outer) {
      want(owner);
    }
    switch (step.kind()) {
      case CONSTANT, APPLY -> step.operands().forEach(this::want);
      case READ -> {
        step.operands().forEach(this::want);
        wantWhatIsIn(((Step.Read) step).array());
      }
      case WRITE, FILL -> step.operands().forEach(this::want);
      case NEW_ARRAY -> {
        step.operands().forEach(this::want);
        isWhole &= step.results().get(0).type().rank() == 1;
      }
      case LOOP -> {
        Step.Loop loop = (Step.Loop) step;
        isWhole &= loop.checkpoint() == Step.Loop.NO_CHECKPOINT;
        want(loop.from());
        want(loop.to());
      }
      case ZEROS_LIKE, CLONE, COPY, CALL, PUSH, POP, BRANCH, WHILE, THROW -> isWhole = false;
    }
  }

  /** Goes on to what is written to an array, if that happens in the loop. */
  private void wantWhatIsIn(Value array) {
    if (array == summed || array.type().rank() != 1 || !arrays.contains(array)) {
      return;
    }
    List<Step> accesses = arrays.accesses(array);
    boolean isWritten =
        accesses.stream()
            .anyMatch(
                step -> !(step instanceof Step.Read) && places.within(region(step), outer.body()));
    if (isWritten && between.add(array)) {
      for (Step access : accesses) {
        isWhole &= places.within(region(access), outer.body());
        if (!(access instanceof Step.Read)) {
          want(access);
        }
      }
    }
  }

  private Region region(Step step) {
    return Objects.requireNonNull(places.region(step));
  }
}
