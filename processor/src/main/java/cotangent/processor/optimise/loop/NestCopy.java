package cotangent.processor.optimise.loop;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a nest once more, for several rounds at once: only what they differ in stands for each.
 */
final class NestCopy {
  private final RankOneNest nest;
  private final List<Value> turns;
  private final Map<Value, Value> common = new HashMap<>();
  private final List<Map<Value, Value>> rounds = new ArrayList<>();

  /**
   * Prepares to write a nest.
   *
   * @param turns where what the rounds have is kept
   */
  NestCopy(RankOneNest nest, List<Value> turns) {
    this.nest = nest;
    this.turns = turns;
    turns.forEach(turn -> rounds.add(new HashMap<>()));
  }

  /** Writes it where the loops are. */
  void write(Map<Value, Value> kept, GraphBuilder into) {
    kept.forEach((own, room) -> take(own, room, into));
    write(nest.nest(), into);
  }

  /** Writes it behind the loop whose rounds are meant. */
  void writeBehind(Map<Value, Value> kept, GraphBuilder into) {
    writeAgain(nest.outer().body(), into);
    if (nest.isForEach()) {
      Step.Loop each = nest.each();
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, each.index().name());
      common.put(each.index(), index);
      writeAgain(each.body(), body);
      kept.forEach((own, room) -> take(own, body.read("", room, index), body));
      write(nest.nest(), body);
      into.loop(common(each.from()), common(each.to()), each.stride(), List.of(), body.yield());
    } else {
      write(kept, into);
    }
  }

  private void writeAgain(Region region, GraphBuilder into) {
    region.steps().stream().filter(nest::isAgain).forEach(step -> write(step, into));
  }

  private void take(Value own, Value room, GraphBuilder into) {
    for (int i = 0; i < turns.size(); i++) {
      rounds.get(i).put(own, into.read(own.name(), room, turns.get(i)));
    }
  }

  private void write(Step step, GraphBuilder into) {
    LinearSlice.Sink sum = nest.sum(step);
    if (sum != null) {
      add(sum.sum(), sum.old().result(), into);
    } else if (step instanceof Step.Loop loop) {
      write(loop, into);
    } else if (step.operands().stream().anyMatch(this::differs)) {
      rounds.forEach(round -> into.add(copy(step, round)));
    } else {
      into.add(copy(step, common));
    }
  }

  private void write(Step.Loop loop, GraphBuilder into) {
    GraphBuilder body = new GraphBuilder();
    common.put(loop.index(), body.parameter(Type.INT, loop.index().name()));
    loop.body().steps().stream().filter(nest.later()::contains).forEach(step -> write(step, body));
    into.loop(common(loop.from()), common(loop.to()), loop.stride(), List.of(), body.yield());
  }

  /** Adds what the rounds add, one after the other. */
  private void add(Step.Apply sum, Value old, GraphBuilder into) {
    for (Map<Value, Value> round : rounds) {
      round.put(old, common(old));
      Step.Apply next = (Step.Apply) copy(sum, round);
      into.add(next);
      common.put(old, next.result());
    }
    common.put(sum.result(), common(old));
    rounds.forEach(
        round -> {
          round.remove(old);
          round.remove(sum.result());
        });
  }

  private boolean differs(Value value) {
    return rounds.get(0).containsKey(value);
  }

  private Value common(Value value) {
    return common.getOrDefault(value, value);
  }

  private Step copy(Step step, Map<Value, Value> made) {
    return step.map(
        new Mapping(
            used -> made.getOrDefault(used, common(used)),
            result -> {
              Value copy = new Value(result.type(), result.name());
              made.put(result, copy);
              return copy;
            },
            region -> region));
  }
}
