package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Trips;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverses a counted loop: a loop that counts down, where the order matters, and carries the
 * cotangents of what the loop carried, and of the outer values that it used.
 */
final class BackwardLoop {
  private final BackwardHalf outer;

  BackwardLoop(BackwardHalf outer) {
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
            && outer.analysis().orders().isFree(loop, new FreeOrder(outer.analysis()).isFree(loop));
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
    Value trips = Trips.count(loop, from, to, b);
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
}
