package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverses a counted loop: a loop that counts down, where the order matters, and carries the
 * cotangents of what the loop carried, and of the outer values that it used.
 */
final class BackwardLoop {
  private final Backward outer;

  BackwardLoop(Backward outer) {
    this.outer = outer;
  }

  void reverse(Step.Loop loop) {
    List<Value> carried = new ArrayList<>();
    List<Value> carriedYields = new ArrayList<>();
    List<Value> initial = new ArrayList<>();
    List<Value> seeds = new ArrayList<>();
    for (int k = 0; k < loop.carried().size(); k++) {
      if (outer.analysis().activity().isActive(loop.carried().get(k))
          && !loop.carried().get(k).type().isArray()) {
        carried.add(loop.carried().get(k));
        carriedYields.add(loop.body().yields().get(k));
        initial.add(loop.initial().get(k));
        seeds.add(outer.cotangents().get(loop.results().get(k), outer.formula()));
      }
    }
    Countdown countdown = new Countdown(outer, loop, carried, seeds);
    boolean isFree =
        outer.keep().allowsAnyOrder()
            && outer
                .analysis()
                .functions()
                .orders()
                .isFree(loop, new FreeOrder(outer.analysis()).isFree(loop));
    countdown.open(loop, isFree);
    countdown.seed(carriedYields);
    countdown.backward().through(loop.body());
    countdown.replay(outer.regions().replays(loop));
    outer.regions().close(loop.body());
    Value from = outer.keep().at(loop.from());
    Value to = outer.keep().at(loop.to());
    List<Value> results =
        isFree
            ? countdown.loop(from, to, loop.stride())
            : countdown.loop(last(loop, from, to), before(loop, from), -loop.stride());
    for (int k = 0; k < carried.size(); k++) {
      if (outer.analysis().activity().isActive(initial.get(k))) {
        outer.cotangents().add(initial.get(k), results.get(k), outer.formula());
      }
    }
  }

  /** Returns the index of the last iteration. */
  private Value last(Step.Loop loop, Value from, Value to) {
    GraphBuilder b = outer.builder();
    if (Math.abs(loop.stride()) == 1) {
      return b.apply(Operations.SUB, to, b.constant(loop.stride()));
    }
    Value trips = trips(loop, from, to, b);
    Value steps = b.apply(Operations.SUB, trips, b.constant(1));
    Value distance = b.apply(Operations.MUL, steps, b.constant(loop.stride()));
    return b.apply(Operations.ADD, from, distance);
  }

  /** Returns what the index has one iteration before the first. */
  private Value before(Step.Loop loop, Value from) {
    GraphBuilder b = outer.builder();
    if (outer.analysis().isZero(loop.from()) && loop.stride() == 1) {
      return b.constant(-1);
    }
    return b.apply(Operations.SUB, from, b.constant(loop.stride()));
  }

  /** Counts the iterations of a loop; never negative. */
  static Value trips(Step.Loop loop, Value from, Value to, GraphBuilder b) {
    boolean up = loop.stride() > 0;
    Value distance = up ? b.apply(Operations.SUB, to, from) : b.apply(Operations.SUB, from, to);
    Value trips = distance;
    int stride = Math.abs(loop.stride());
    if (stride > 1) {
      Value rounded = b.apply(Operations.ADD, distance, b.constant(stride - 1));
      trips = b.apply(Operations.DIV, rounded, b.constant(stride));
    }
    return b.apply(Operations.MAX, b.constant(0), trips);
  }

  /** Returns the number of an iteration of a counted loop, counted from 0. */
  static Value slot(Step.Loop loop, Value index, Value from, boolean fromZero, GraphBuilder b) {
    Value distance = fromZero ? index : b.apply(Operations.SUB, index, from);
    return loop.stride() == 1
        ? distance
        : b.apply(Operations.DIV, distance, b.constant(loop.stride()));
  }

  /** A loop of the backward half in the making. */
  static final class Countdown {
    private final Backward outer;
    private final List<Value> carried;
    private final List<Value> captured;
    private final List<Value> initial = new ArrayList<>();
    private final GraphBuilder prologue = new GraphBuilder();
    private final GraphBuilder main = new GraphBuilder();
    private final Value index = new Value(Type.INT, "");
    private final List<Value> parameters = new ArrayList<>();
    private final List<OpenRegions.Replay> replays = new ArrayList<>();
    private final Backward backward;
    private final Step step;

    Countdown(Backward outer, Step step, List<Value> carried, List<Value> seeds) {
      this.outer = outer;
      this.step = step;
      this.carried = carried;
      this.captured = outer.analysis().captured(step);
      this.backward = outer.inside(main, new Cotangents(outer.cotangents()));
      initial.addAll(seeds);
      carried.forEach(v -> parameters.add(new Value(v.type(), Cotangents.name(v))));
      for (Value value : captured) {
        initial.add(outer.cotangents().get(value, outer.formula()));
        Value parameter = new Value(value.type(), Cotangents.name(value));
        parameters.add(parameter);
        backward.cotangents().set(value, parameter);
      }
    }

    Backward backward() {
      return backward;
    }

    GraphBuilder prologue() {
      return prologue;
    }

    Value index() {
      return index;
    }

    /** Returns the number of the iteration, from 0. */
    Value slot() {
      if (step instanceof Step.Loop loop) {
        return BackwardLoop.slot(
            loop,
            index,
            outer.keep().at(loop.from()),
            outer.analysis().isZero(loop.from()),
            prologue);
      }
      return index;
    }

    void open(Step.Loop loop, boolean inOrder) {
      if (inOrder) {
        outer.regions().openInOrder(loop.body(), prologue, slot(), index);
      } else {
        outer.regions().open(loop.body(), prologue, slot(), index);
      }
    }

    /** Carries values along that are computed again. */
    void replay(List<OpenRegions.Replay> values) {
      replays.addAll(values);
    }

    /** Hands the cotangents that come from the following iteration on to what was yielded. */
    void seed(List<Value> yields) {
      for (int k = 0; k < carried.size(); k++) {
        if (outer.analysis().activity().isActive(yields.get(k))) {
          backward.cotangents().add(yields.get(k), parameters.get(k), backward.formula());
        }
      }
    }

    /**
     * Ends the body and adds the loop; returns the cotangents of the carried values at its start.
     */
    List<Value> loop(Value from, Value to, int stride) {
      List<Value> yields = new ArrayList<>();
      List<Value> kept = new ArrayList<>();
      List<Value> starts = new ArrayList<>();
      List<Value> owners = new ArrayList<>();
      for (int k = 0; k < parameters.size(); k++) {
        Value owner = k < carried.size() ? carried.get(k) : captured.get(k - carried.size());
        Value now = backward.cotangents().get(owner, backward.formula());
        if (k < carried.size() || now != parameters.get(k)) {
          owners.add(owner);
          kept.add(parameters.get(k));
          starts.add(initial.get(k));
          yields.add(now);
        }
      }
      for (OpenRegions.Replay replay : replays) {
        kept.add(replay.parameter());
        starts.add(replay.initial());
        yields.add(replay.next());
      }
      List<Value> all = new ArrayList<>(List.of(index));
      all.addAll(kept);
      List<Step> steps = new ArrayList<>(prologue.steps());
      steps.addAll(main.steps());
      List<Value> results =
          outer.builder().loop(from, to, stride, starts, new Region(all, steps, yields));
      for (int k = carried.size(); k < owners.size(); k++) {
        outer.cotangents().set(owners.get(k), results.get(k));
      }
      return results.subList(0, carried.size());
    }
  }
}
