package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the forward half available in the backward half: the choice between store and
 * recompute, which decides how fast the result is. It is made on demand, value by value; {@link
 * Recomputing} counts what recomputing costs, and {@link Kept} notes what is to be stored.
 */
final class Keep {
  /**
   * A region of the forward half whose values are wanted in the backward half.
   *
   * @param prologue where they are made available
   * @param slot the number of the iteration, where the region is a loop's; else null
   * @param index what the loop counts then
   * @param replays the carried values that are computed again; null where the iterations are
   *     reversed
   */
  private record Frame(
      GraphBuilder prologue,
      @Nullable Value slot,
      @Nullable Value index,
      Map<Value, Value> known,
      @Nullable Map<Value, Replay> replays) {

    Frame(GraphBuilder prologue, Map<Value, Value> known) {
      this(prologue, null, null, known, null);
    }
  }

  /**
   * A carried value of a loop that is computed again from iteration to iteration, because the
   * backward half goes the same way.
   */
  record Replay(Value initial, Value parameter, Value next) {}

  private final Analysis analysis;
  private final Places places;
  private final Counter counter;
  private final Kept kept;
  private final Recomputing recomputing;
  private final Where where;
  private final @Nullable Value tape;
  private final Map<Region, Frame> frames = new IdentityHashMap<>();
  private final Set<Region> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Step> fused = new ArrayList<>();

  /** Where a loop keeps the values of its iterations. */
  enum Where {
    /** In arrays, indexed by the iteration. */
    ARRAYS,
    /**
     * On the tape of recursive functions, which is then the only thing that an activation needs.
     */
    TAPE
  }

  Keep(
      Analysis analysis,
      Kept kept,
      Recomputing.Necessary necessary,
      Where where,
      @Nullable Value tape) {
    this.where = where;
    this.tape = tape;
    this.analysis = analysis;
    this.places = analysis.places();
    this.counter = new Counter(analysis);
    this.kept = kept;
    this.recomputing = new Recomputing(analysis, this, necessary);
  }

  /** Enters a region whose values are in scope where the backward half is. */
  void openLive(Region region) {
    frames.remove(region);
    live.add(region);
  }

  /** Enters a region whose values are made available by steps in the prologue. */
  void open(Region region, GraphBuilder prologue) {
    enter(region, new Frame(prologue, new HashMap<>()));
  }

  private void enter(Region region, Frame frame) {
    live.remove(region);
    frames.put(region, frame);
    kept.pushed(region).forEach(value -> pop(value, frame));
  }

  /** Takes a value from the tape, before all that was pushed earlier. */
  private Value pop(Value value, Frame frame) {
    Value popped = new Value(value.type(), value.name());
    frame.prologue.steps().add(0, new Step.Pop(popped, Objects.requireNonNull(tape)));
    frame.known.put(value, popped);
    return popped;
  }

  /** Enters the body of a function whose backward half has the same parameters. */
  void openFunction(Region body, GraphBuilder prologue) {
    Map<Value, Value> known = new HashMap<>();
    body.parameters().forEach(parameter -> known.put(parameter, parameter));
    enter(body, new Frame(prologue, known));
  }

  /**
   * Whether iterations may be reversed in any order: what they push on a tape comes back last
   * first.
   */
  boolean allowsAnyOrder() {
    return where == Where.ARRAYS;
  }

  /** Gives the tape of recursive functions; null where there are none. */
  @Nullable Value tape() {
    return tape;
  }

  /** Enters the body of a loop: {@code slot} counts the iterations from 0. */
  void open(Region region, GraphBuilder prologue, Value slot, Value index) {
    enter(region, new Frame(prologue, slot, index, new HashMap<>(), null));
  }

  /** Enters the body of a loop whose iterations run in the same order as before. */
  void openInOrder(Region region, GraphBuilder prologue, Value slot, Value index) {
    enter(region, new Frame(prologue, slot, index, new HashMap<>(), new LinkedHashMap<>()));
  }

  /** Gives the carried values that the backward half of a loop must compute along the way. */
  List<Replay> replays(Step.Loop loop) {
    Frame frame = frames.get(loop.body());
    return frame == null || frame.replays == null ? List.of() : List.copyOf(frame.replays.values());
  }

  void close(Region region) {
    live.remove(region);
    frames.remove(region);
  }

  void openFused(Step step) {
    fused.add(step);
  }

  void closeFused() {
    fused.remove(fused.size() - 1);
  }

  boolean isLive(@Nullable Region region) {
    return live.contains(region);
  }

  /** Gives what stands for a value of the forward half here; other values stand for themselves. */
  Value at(Value value) {
    if (!places.knows(value)) {
      return value;
    }
    Region region = places.region(value);
    if (live.contains(region)) {
      return value;
    }
    Frame frame = frames.get(region);
    if (region == null || frame == null) {
      throw new IllegalStateException("out of scope: " + value);
    }
    Value known = frame.known.get(value);
    if (known == null) {
      known = makeAvailable(value, region, frame);
      frame.known.put(value, known);
    }
    return known;
  }

  /**
   * Stores or recomputes a value. What the loops count and carry along is known in each iteration;
   * what takes a few cheap operations is computed again, if need be from a value that is kept
   * anyway; what the method itself has stored for good is read from there; only the rest is kept.
   */
  private Value makeAvailable(Value value, Region region, Frame frame) {
    Value carried = carriedAlong(value, region, frame);
    if (carried != null) {
      return carried;
    }
    if (recomputing.isCheap(value) || recomputing.isCheapFromKept(value)) {
      return computeAgain(value, frame);
    }
    Step.Write stored = storedBy(value, region);
    return stored == null
        ? store(value, region, frame)
        : frame.prologue.read(value.name(), at(stored.array()), at(stored.index()));
  }

  /** Gives what a loop counts, or carries in the same order as before; null for anything else. */
  private @Nullable Value carriedAlong(Value value, Region region, Frame frame) {
    Step owner = places.owner(region);
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return Objects.requireNonNull(frame.index);
    }
    if (frame.slot != null && counter.isCounter(value)) {
      return counter.at(value, frame.slot, frame.prologue, this);
    }
    return owner instanceof Step.Loop loop && isReplayable(value, loop, frame)
        ? replay(value, loop, frame)
        : null;
  }

  /**
   * Counts the operations that such a value costs in an iteration; {@link Recomputing#NEVER} where
   * it is none.
   */
  int costAlong(Value value) {
    Step owner = places.owner(places.region(value));
    Frame frame = Objects.requireNonNull(frames.get(places.region(value)));
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return 0;
    }
    boolean isKnown =
        frame.slot != null && counter.isCounter(value)
            || owner instanceof Step.Loop loop && isReplayable(value, loop, frame);
    return isKnown ? 1 : Recomputing.NEVER;
  }

  /** Whether a value is at hand already, wherever the backward half is. */
  boolean isAtHand(Value value) {
    Frame frame = frames.get(places.region(value));
    return frame == null || frame.known.containsKey(value);
  }

  /** Gives the step around this place that runs forward and at once backward; null for none. */
  @Nullable Step fused() {
    return fused.isEmpty() ? null : fused.get(0);
  }

  /**
   * Keeps a value: an arm hands it out; an activation of a recursive function pushes it on the tape
   * or returns it; a loop puts it into an array, at the number of the iteration.
   */
  private Value store(Value value, Region region, Frame frame) {
    Step owner = places.owner(region);
    if (owner instanceof Step.Branch branch) {
      Value outside = kept.export(branch, value, name(value));
      places.add(outside, branch);
      return at(outside);
    }
    if (where == Where.TAPE && !(owner instanceof Step.While)) {
      kept.push(region, value);
      return pop(value, frame);
    }
    if (owner == null) {
      return kept.giveBack(value, name(value));
    }
    Value array = kept.tape(owner, value, name(value));
    places.add(array, owner);
    Value source = at(array);
    return frame.prologue.read(name(value), source, Objects.requireNonNull(frame.slot));
  }

  /** Gives the name of what is kept: what has no name is called like the method that gave it. */
  private String name(Value value) {
    return value.name().isEmpty()
            && places.definition(value) instanceof Step.Apply apply
            && apply.operation() instanceof Op op
        ? op.hint()
        : value.name();
  }

  /** Whether a carried value can be computed along the way, its next value being cheap. */
  private boolean isReplayable(Value value, Step.Loop loop, Frame frame) {
    int k = loop.carried().indexOf(value);
    if (frame.replays == null || k < 0 || !value.type().isScalar() || isBetterKept(value, loop)) {
      return false;
    }
    frame.known.put(value, value);
    boolean isCheap = recomputing.isCheap(loop.body().yields().get(k));
    frame.known.remove(value);
    return isCheap;
  }

  /** Whether a short tape costs less than iterations that wait for each other's number. */
  private boolean isBetterKept(Value value, Step.Loop loop) {
    Region around = places.iteration(places.region(loop));
    return value.type().isReal() && places.isLoopBody(around) && isLive(places.region(loop));
  }

  private Value replay(Value value, Step.Loop loop, Frame frame) {
    int k = loop.carried().indexOf(value);
    Value parameter = new Value(value.type(), value.name());
    frame.known.put(value, parameter);
    Value next = at(loop.body().yields().get(k));
    Objects.requireNonNull(frame.replays)
        .put(value, new Replay(at(loop.initial().get(k)), parameter, next));
    return parameter;
  }

  /**
   * Finds a write by which the method itself keeps a value for good: to an element that is written
   * only once, of an array that can be had again.
   */
  private Step.@Nullable Write storedBy(Value value, Region region) {
    for (Step use : analysis.uses(value)) {
      if (use instanceof Step.Write write
          && write.value() == value
          && places.region(write) == region
          && recomputing.isCheap(write.index())
          && !analysis.overwriting().mayOverwrite(write)) {
        return write;
      }
    }
    return null;
  }

  private Value computeAgain(Value value, Frame frame) {
    Step step = Objects.requireNonNull(places.definition(value));
    Value again = new Value(value.type(), value.name());
    Step same = step.map(new Mapping(this::at, result -> again, region -> region));
    frame.prologue.add(same);
    return again;
  }
}
