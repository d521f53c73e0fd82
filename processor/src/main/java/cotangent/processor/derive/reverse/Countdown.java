package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Trips;
import java.util.ArrayList;
import java.util.List;

/**
 * A loop of the backward half in the making. It carries the cotangents of what the loop of the
 * forward half carried, and of the values from outside that it used.
 */
final class Countdown {
  private final BackwardHalf outer;
  private final List<Value> carried;
  private final List<Value> captured;
  private final List<Value> initial = new ArrayList<>();
  private final GraphBuilder prologue = new GraphBuilder();
  private final GraphBuilder main = new GraphBuilder();
  private final Value index = new Value(Type.INT, "");
  private final List<Value> parameters = new ArrayList<>();
  private final List<OpenRegions.Replay> replays = new ArrayList<>();
  private final BackwardHalf backward;
  private final Step step;

  Countdown(BackwardHalf outer, Step step, List<Value> carried, List<Value> seeds) {
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

  BackwardHalf backward() {
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
      return Trips.number(
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

  /** Ends the body and adds the loop; returns the cotangents of the carried values at its start. */
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
