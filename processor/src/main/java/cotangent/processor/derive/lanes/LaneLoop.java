package cotangent.processor.derive.lanes;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is done in each lane, and writes it as loops over the lanes: as few as possible, but
 * each small enough for the JIT to vectorise.
 */
final class LaneLoop {
  private final List<Act> acts = new ArrayList<>();
  private final Map<Value, Integer> known = new HashMap<>();

  /** Whether a number is known here. */
  boolean has(Value number) {
    return known.containsKey(number);
  }

  void calculate(Value result, Operation operation, List<Value> operands) {
    add(result, new Act.Calculate(result, operation, operands));
  }

  /**
   * Reads a number out of a row that holds it for each lane.
   *
   * @param memory the same for rows that may be the same
   */
  void get(Value result, Value row, Object memory) {
    add(result, new Act.Get(result, row, memory));
  }

  /** Puts a number into a row that holds it for each lane. */
  void put(Value number, Value row, Object memory) {
    acts.add(new Act.Put(number, row, memory));
  }

  private void add(Value result, Act act) {
    known.put(result, acts.size());
    acts.add(act);
  }

  /** Writes the loops. */
  void into(GraphBuilder b, Value lanes) {
    for (List<Integer> loop : new LaneLoops(acts, known).loops()) {
      GraphBuilder body = new GraphBuilder();
      Value lane = body.parameter(Type.INT, "lane");
      Map<Value, Value> inLane = new HashMap<>();
      loop.forEach(act -> write(acts.get(act), lane, inLane, body));
      b.loop(b.constant(0), lanes, 1, List.of(), body.yield());
    }
  }

  private static void write(Act act, Value lane, Map<Value, Value> inLane, GraphBuilder body) {
    if (act instanceof Act.Get get) {
      inLane.put(get.result(), body.read(get.result().name(), get.row(), lane));
    } else if (act instanceof Act.Calculate calculate) {
      Value[] operands =
          calculate.operands().stream().map(v -> inLane.getOrDefault(v, v)).toArray(Value[]::new);
      Value result = calculate.result();
      inLane.put(result, body.apply(result.name(), calculate.operation(), operands));
    } else if (act instanceof Act.Put put) {
      body.write(put.row(), lane, inLane.getOrDefault(put.number(), put.number()));
    }
  }
}
