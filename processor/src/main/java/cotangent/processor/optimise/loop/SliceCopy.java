package cotangent.processor.optimise.loop;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes once more those steps of a loop's body that apply a linear map, to a total. */
final class SliceCopy {
  private final SummedMap map;
  private final Value total;
  private final Map<Value, Value> copies = new HashMap<>();

  SliceCopy(SummedMap map, Value total) {
    this.map = map;
    this.total = total;
  }

  /** Writes all of it: arrays that hand numbers on are made anew, so the old ones aren't needed. */
  void write(GraphBuilder into) {
    for (Step.NewArray array : map.slice().madeBefore()) {
      into.add(
          new Step.NewArray(make(array.result()), array.lengths(), array.cleared(), Position.NONE));
    }
    write(map.outer().body(), into);
  }

  private void write(Region region, GraphBuilder into) {
    if (region == map.home()) {
      Value row = map.isForEach() ? into.read("", total, use(map.each().index())) : total;
      copies.put(map.summed(), row);
    }
    for (Step step : region.steps()) {
      if (map.slice().contains(step)) {
        into.add(
            step instanceof Step.Loop loop
                ? loop(loop)
                : step.map(new Mapping(this::use, this::make, inner -> inner)));
      }
    }
  }

  private Step loop(Step.Loop loop) {
    GraphBuilder body = new GraphBuilder();
    body.parameter(make(loop.index()));
    List<Value> initial = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      if (map.slice().contains(loop.carried().get(i))) {
        kept.add(i);
        initial.add(use(loop.initial().get(i)));
        body.parameter(make(loop.carried().get(i)));
      }
    }
    Value from = use(loop.from());
    Value to = use(loop.to());
    write(loop.body(), body);
    List<Value> next = kept.stream().map(i -> use(loop.body().yields().get(i))).toList();
    List<Value> results = kept.stream().map(i -> make(loop.results().get(i))).toList();
    return new Step.Loop(
        results,
        from,
        to,
        loop.stride(),
        initial,
        body.yield(next),
        Step.Loop.NO_CHECKPOINT,
        loop.position().made());
  }

  private Value use(Value old) {
    return copies.getOrDefault(old, old);
  }

  private Value make(Value old) {
    Value copy = new Value(old.type(), old.name());
    copies.put(old, copy);
    return copy;
  }
}
