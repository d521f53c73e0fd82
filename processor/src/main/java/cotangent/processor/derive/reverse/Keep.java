package cotangent.processor.derive.reverse;

import cotangent.processor.derive.reverse.OpenRegions.Opened;
import cotangent.processor.derive.reverse.OpenRegions.Replay;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Store or recompute: the choice at the heart of reverse mode. The derivative of {@code x * y} by
 * {@code x} is {@code y}, so the backward half needs values of the forward half, last ones first.
 * To store them all costs memory, and time to write and read it; to recompute them all costs more
 * time the longer the program is. So it is decided value by value, when the backward half asks:
 *
 * <ol>
 *   <li>What a loop counts, or carries in the same order as before, is known in each iteration.
 *   <li>What a few cheap operations compute from values at hand, or from values that are stored
 *       anyway, is recomputed. {@link Recomputing} counts the operations. Which values are stored
 *       anyway is known only at the end, so the backward half is written twice: the first run finds
 *       them.
 *   <li>What the method itself has stored for good is read from there.
 *   <li>The rest is stored, once for each time that it is computed. {@link Kept} notes it, and the
 *       forward half is written last.
 * </ol>
 */
final class Keep implements Recomputing.AtHand {
  private final Analysis analysis;
  private final Places places;
  private final Counter counter;
  private final Kept kept;
  private final Recomputing recomputing;
  private final Recomputing.Necessary necessary;
  private final Where where;
  private final @Nullable Value tape;
  private final OpenRegions regions;

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
    this.regions = new OpenRegions(kept, tape);
    this.necessary = necessary;
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
    if (regions.isLive(region)) {
      return value;
    }
    Opened opened = regions.of(region);
    if (region == null || opened == null) {
      throw new IllegalStateException("out of scope: " + value);
    }
    Value known = opened.known().get(value);
    if (known == null) {
      known = makeAvailable(value, region, opened);
      opened.known().put(value, known);
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
      return recompute(value, opened);
    }
    Step.Write stored = storedBy(value, region);
    return stored != null ? readAgain(stored, opened) : store(value, region, opened);
  }

  /** Returns what a loop counts, or carries in the same order as before; null for anything else. */
  private @Nullable Value carriedAlong(Value value, Region region, Opened opened) {
    Step owner = places.owner(region);
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return Objects.requireNonNull(opened.index());
    }
    if (opened.slot() != null && counter.isCounter(value)) {
      return counter.at(value, this::at, opened.slot(), opened.prologue());
    }
    return owner instanceof Step.Loop loop && isReplayable(value, loop, opened)
        ? replay(value, loop, opened)
        : null;
  }

  /** Whether a carried value can be computed along the way, its next value being cheap. */
  private boolean isReplayable(Value value, Step.Loop loop, Opened opened) {
    int k = loop.carried().indexOf(value);
    if (opened.replays() == null
        || k < 0
        || !value.type().isScalar()
        || isBetterKept(value, loop)) {
      return false;
    }
    opened.known().put(value, value);
    boolean isCheap = recomputing.isCheap(loop.body().yields().get(k));
    opened.known().remove(value);
    return isCheap;
  }

  /** Whether a short tape costs less than iterations that wait for each other's number. */
  private boolean isBetterKept(Value value, Step.Loop loop) {
    Region around = places.iteration(places.region(loop));
    return value.type().isReal()
        && places.isLoopBody(around)
        && regions.isLive(places.region(loop));
  }

  private Value replay(Value value, Step.Loop loop, Opened opened) {
    int k = loop.carried().indexOf(value);
    Value parameter = new Value(value.type(), value.name());
    opened.known().put(value, parameter);
    Value next = at(loop.body().yields().get(k));
    Objects.requireNonNull(opened.replays())
        .put(value, new Replay(at(loop.initial().get(k)), parameter, next));
    return parameter;
  }

  private Value recompute(Value value, Opened opened) {
    Step step = Objects.requireNonNull(places.definition(value));
    Value again = new Value(value.type(), value.name());
    Step same = step.map(new Mapping(this::at, result -> again, region -> region));
    opened.prologue().add(same instanceof Step.Call call ? ifNeeded(call) : same);
    return again;
  }

  /** Returns the same call, which needn't run unless its result is used. */
  private static Step ifNeeded(Step.Call call) {
    return new Step.Call(call.results(), call.callee(), call.operands(), call.position().made());
  }

  /**
   * Finds a write by which the method itself keeps a value for good: to an element that is written
   * only once, of an array that can be found again.
   */
  private Step.@Nullable Write storedBy(Value value, Region region) {
    for (Step use : analysis.uses(value)) {
      if (use instanceof Step.Write write
          && write.value() == value
          && places.region(write) == region
          && recomputing.isCheap(write.index())
          && (!analysis.overwriting().mayOverwrite(write) || analysis.storage().isKept(write))) {
        return write;
      }
    }
    return null;
  }

  private Value readAgain(Step.Write stored, Opened opened) {
    return opened.prologue().read(stored.value().name(), at(stored.array()), at(stored.index()));
  }

  /**
   * Stores a value: an activation of a recursive function pushes it on the tape, or returns it; an
   * arm hands it out; a loop puts it into an array, at the number of the iteration.
   */
  private Value store(Value value, Region region, Opened opened) {
    Step owner = places.owner(region);
    if (where == Where.TAPE && !(owner instanceof Step.While)) {
      kept.push(region, value);
      return regions.pop(value, opened);
    }
    if (owner instanceof Step.Branch branch) {
      Value outside = handedOut(value, region, branch);
      places.add(outside, branch);
      return at(outside);
    }
    if (owner == null) {
      return kept.giveBack(value, name(value));
    }
    Value array = alsoShadow(value, kept.tape(owner, value, name(value)));
    places.add(array, owner);
    Value source = at(array);
    return opened.prologue().read(name(value), source, Objects.requireNonNull(opened.slot()));
  }

  private Value handedOut(Value value, Region arm, Step.Branch branch) {
    necessary.handsOut(branch, value);
    boolean isPlain =
        value.type().leaf() instanceof Type.Scalar && !analysis.shadows().isOne(value);
    HandedOut all = kept.export(branch);
    return isPlain && necessary.isCrowded(branch)
        ? all.shared(value, arm)
        : alsoShadow(value, all.named(value, arm, name(value)));
  }

  private Value alsoShadow(Value value, Value where) {
    if (analysis.shadows().isOne(value)) {
      analysis.shadows().isAlso(where);
    }
    return where;
  }

  /**
   * Returns the name of what is stored: a value without a name is called after the method that
   * computed it.
   */
  private String name(Value value) {
    return value.name().isEmpty()
            && places.definition(value) instanceof Step.Apply apply
            && apply.operation() instanceof Op op
        ? op.hint()
        : value.name();
  }

  @Override
  public int costAlong(Value value) {
    Step owner = places.owner(places.region(value));
    Opened opened = Objects.requireNonNull(regions.of(places.region(value)));
    if (owner instanceof Step.Loop loop && value == loop.index()) {
      return 0;
    }
    if (opened.slot() != null && counter.isCounter(value)) {
      return counter.cost(value);
    }
    return owner instanceof Step.Loop loop && isReplayable(value, loop, opened)
        ? 1
        : Recomputing.NEVER;
  }

  @Override
  public boolean isAtHand(Value value) {
    Opened opened = regions.of(places.region(value));
    return opened == null || opened.known().containsKey(value);
  }

  @Override
  public boolean mayChange(Step.Read read) {
    return analysis.storage().mayChangeAfter(read, regions.fused());
  }

  /** Returns the regions of the forward half that the backward half is in. */
  OpenRegions regions() {
    return regions;
  }

  /**
   * Whether iterations may be reversed in any order: what they push on a tape comes back last
   * first.
   */
  boolean allowsAnyOrder() {
    return where == Where.ARRAYS;
  }

  /** Thrown where a function can't do without a tape. */
  static final class NeedsTape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeedsTape() {
      super(null, null, false, false);
    }
  }

  /** Returns the tape of recursive functions. */
  Value tape() {
    if (tape == null) {
      throw new NeedsTape();
    }
    return tape;
  }
}
