package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
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
 * Where the backward half is: the regions of the forward half that it has entered, and what it
 * knows of the values in each.
 */
final class OpenRegions {
  /**
   * A region of the forward half whose values are wanted in the backward half.
   *
   * @param prologue where they are made available
   * @param slot the number of the iteration, where the region is a loop's; else null
   * @param index what the loop counts then
   * @param replays the carried values that are computed again; null where the iterations are
   *     reversed
   */
  record Opened(
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

  private final Kept kept;
  private final @Nullable Value tape;
  private final Map<Region, Opened> open = new IdentityHashMap<>();
  private final Set<Region> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Step> fused = new ArrayList<>();

  OpenRegions(Kept kept, @Nullable Value tape) {
    this.kept = kept;
    this.tape = tape;
  }

  /** Returns what is known in a region; null where it wasn't entered. */
  @Nullable Opened of(@Nullable Region region) {
    return open.get(region);
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
  Value pop(Value value, Opened opened) {
    Value popped = new Value(value.type(), value.name());
    opened.prologue.addFirst(new Step.Pop(popped, Objects.requireNonNull(tape)));
    opened.known.put(value, popped);
    return popped;
  }

  /** Enters the body of a function whose backward half has the same parameters. */
  void openFunction(Region body, GraphBuilder prologue) {
    Map<Value, Value> known = new HashMap<>();
    body.parameters().forEach(parameter -> known.put(parameter, parameter));
    enter(body, new Opened(prologue, known));
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
