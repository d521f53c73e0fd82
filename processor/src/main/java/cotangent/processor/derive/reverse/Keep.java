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
 * Store or recompute: makes values of the forward half available in the backward half, which
 * decides how fast the result is. What the backward half wants is decided when it asks, value by
 * value:
 *
 * <ol>
 *   <li>what loops count or carry along is known in each iteration;
 *   <li>what a few cheap operations give, from what is at hand or stored anyway, is computed again
 *       ({@link Recomputing} counts them; what is stored anyway, a first run finds out);
 *   <li>what the method itself has stored for good is read from there;
 *   <li>the rest is stored, once for each time that it is computed ({@link Kept} notes it, and the
 *       forward half is written after that).
 * </ol>
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
  private record Opened(
      GraphBuilder prologue,
      @Nullable Value slot,
      @Nullable Value index,
      Map<Value, Value> known,
      @Nullable Map<Value, Replay> replays) {

    Opened(GraphBuilder prologue, Map<Value, Value> known) {
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
  private final Map<Region, Opened> open = new IdentityHashMap<>();
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

  /**
   * Returns what stands for a value of the forward half here; other values stand for themselves.
   */
  Value at(Value value) {
    if (!places.knows(value)) {
      return value;
    }
    Region region = places.region(value);
    if (live.contains(region)) {
      return value;
    }
    Opened opened = open.get(region);
    if (region == null || opened == null) {
      throw new IllegalStateException("out of scope: " + value);
    }
    Value known = opened.known.get(value);
    if (known == null) {
      known = makeAvailable(value, region, opened);
      opened.known.put(value, known);
    }
    return known;
  }

  /** Decides, in the order given above. */
  private Value makeAvailable(Value value, Region region, Opened opened) {
    Value carried = carriedAlong(value, region, opened);
    if (carried != null) {
      return carried;
    }
    if (recomputing.isCheap(value) || recomputing.isCheapFromKept(value)) {
      return computeAgain(value, opened);
    }
    Step.Write stored = storedBy(value, region);
    return stored == null
        ? store(value, region, opened)
        : opened.prologue.read(value.name(), at(stored.array()), at(stored.index()));
  }

  /** Returns what a loop counts, or carries in the same order as before; null for anything else. */
  private @Nullable Value carriedAlong(Value value, Region region, Opened opened) {
    Step owner = places.owner(region);
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return Objects.requireNonNull(opened.index);
    }
    if (opened.slot != null && counter.isCounter(value)) {
      return counter.at(value, opened.slot, opened.prologue, this);
    }
    return owner instanceof Step.Loop loop && isReplayable(value, loop, opened)
        ? replay(value, loop, opened)
        : null;
  }

  /** Whether a carried value can be computed along the way, its next value being cheap. */
  private boolean isReplayable(Value value, Step.Loop loop, Opened opened) {
    int k = loop.carried().indexOf(value);
    if (opened.replays == null || k < 0 || !value.type().isScalar() || isBetterKept(value, loop)) {
      return false;
    }
    opened.known.put(value, value);
    boolean isCheap = recomputing.isCheap(loop.body().yields().get(k));
    opened.known.remove(value);
    return isCheap;
  }

  /** Whether a short tape costs less than iterations that wait for each other's number. */
  private boolean isBetterKept(Value value, Step.Loop loop) {
    Region around = places.iteration(places.region(loop));
    return value.type().isReal() && places.isLoopBody(around) && isLive(places.region(loop));
  }

  private Value replay(Value value, Step.Loop loop, Opened opened) {
    int k = loop.carried().indexOf(value);
    Value parameter = new Value(value.type(), value.name());
    opened.known.put(value, parameter);
    Value next = at(loop.body().yields().get(k));
    Objects.requireNonNull(opened.replays)
        .put(value, new Replay(at(loop.initial().get(k)), parameter, next));
    return parameter;
  }

  private Value computeAgain(Value value, Opened opened) {
    Step step = Objects.requireNonNull(places.definition(value));
    Value again = new Value(value.type(), value.name());
    Step same = step.map(new Mapping(this::at, result -> again, region -> region));
    opened.prologue.add(same);
    return again;
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

  /**
   * Keeps a value: an arm hands it out; an activation of a recursive function pushes it on the tape
   * or returns it; a loop puts it into an array, at the number of the iteration.
   */
  private Value store(Value value, Region region, Opened opened) {
    Step owner = places.owner(region);
    if (owner instanceof Step.Branch branch) {
      Value outside = kept.export(branch, value, name(value));
      places.add(outside, branch);
      return at(outside);
    }
    if (where == Where.TAPE && !(owner instanceof Step.While)) {
      kept.push(region, value);
      return pop(value, opened);
    }
    if (owner == null) {
      return kept.giveBack(value, name(value));
    }
    Value array = kept.tape(owner, value, name(value));
    places.add(array, owner);
    Value source = at(array);
    return opened.prologue.read(name(value), source, Objects.requireNonNull(opened.slot));
  }

  /** Returns the name of what is kept: what has no name is called like the method that gave it. */
  private String name(Value value) {
    return value.name().isEmpty()
            && places.definition(value) instanceof Step.Apply apply
            && apply.operation() instanceof Op op
        ? op.hint()
        : value.name();
  }

  /**
   * Counts the operations that such a value costs in an iteration; {@link Recomputing#NEVER} where
   * it is none.
   */
  int costAlong(Value value) {
    Step owner = places.owner(places.region(value));
    Opened opened = Objects.requireNonNull(open.get(places.region(value)));
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return 0;
    }
    boolean isKnown =
        opened.slot != null && counter.isCounter(value)
            || owner instanceof Step.Loop loop && isReplayable(value, loop, opened);
    return isKnown ? 1 : Recomputing.NEVER;
  }

  /** Whether a value is at hand already, wherever the backward half is. */
  boolean isAtHand(Value value) {
    Opened opened = open.get(places.region(value));
    return opened == null || opened.known.containsKey(value);
  }

  /** Enters a region whose values are in scope where the backward half is. */
  void openLive(Region region) {
    open.remove(region);
    live.add(region);
  }

  /** Enters a region whose values are made available by steps in the prologue. */
  void open(Region region, GraphBuilder prologue) {
    enter(region, new Opened(prologue, new HashMap<>()));
  }

  private void enter(Region region, Opened opened) {
    live.remove(region);
    open.put(region, opened);
    kept.pushed(region).forEach(value -> pop(value, opened));
  }

  /** Takes a value from the tape, before all that was pushed earlier. */
  private Value pop(Value value, Opened opened) {
    Value popped = new Value(value.type(), value.name());
    opened.prologue.steps().add(0, new Step.Pop(popped, Objects.requireNonNull(tape)));
    opened.known.put(value, popped);
    return popped;
  }

  /** Enters the body of a function whose backward half has the same parameters. */
  void openFunction(Region body, GraphBuilder prologue) {
    Map<Value, Value> known = new HashMap<>();
    body.parameters().forEach(parameter -> known.put(parameter, parameter));
    enter(body, new Opened(prologue, known));
  }

  /**
   * Whether iterations may be reversed in any order: what they push on a tape comes back last
   * first.
   */
  boolean allowsAnyOrder() {
    return where == Where.ARRAYS;
  }

  /** Returns the tape of recursive functions; null where there are none. */
  @Nullable Value tape() {
    return tape;
  }

  /** Enters the body of a loop: {@code slot} counts the iterations from 0. */
  void open(Region region, GraphBuilder prologue, Value slot, Value index) {
    enter(region, new Opened(prologue, slot, index, new HashMap<>(), null));
  }

  /** Enters the body of a loop whose iterations run in the same order as before. */
  void openInOrder(Region region, GraphBuilder prologue, Value slot, Value index) {
    enter(region, new Opened(prologue, slot, index, new HashMap<>(), new LinkedHashMap<>()));
  }

  /** Returns the carried values that the backward half of a loop must compute along the way. */
  List<Replay> replays(Step.Loop loop) {
    Opened opened = open.get(loop.body());
    return opened == null || opened.replays == null
        ? List.of()
        : List.copyOf(opened.replays.values());
  }

  void close(Region region) {
    live.remove(region);
    open.remove(region);
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

  /** Returns the step around this place that runs forward and at once backward; null for none. */
  @Nullable Step fused() {
    return fused.isEmpty() ? null : fused.get(0);
  }
}
