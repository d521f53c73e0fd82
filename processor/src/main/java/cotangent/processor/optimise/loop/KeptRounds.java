package cotangent.processor.optimise.loop;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The vectors and numbers of a loop's last rounds, kept until there are as many as are added in one
 * go, and what is done with them then.
 */
final class KeptRounds {
  /** With more, what is added in one go doesn't fit in the processor's registers. */
  private static final int ROUNDS = 4;

  /** Shorter vectors are copied in about the time that adding to the matrix takes. */
  private static final int LEAST_EXTENT = 16;

  private final RankOneNest nest;
  private final Value isWide = new Value(Type.BOOLEAN, "isWide");
  private final Value turn = new Value(Type.INT, "turn");
  private final Map<Value, Value> kept = new LinkedHashMap<>();

  KeptRounds(RankOneNest nest) {
    this.nest = nest;
    nest.vectors().keySet().forEach(this::keep);
    nest.numbers().forEach(this::keep);
  }

  private void keep(Value own) {
    Type rounds = new Type.Array(own.type());
    Type type = nest.isForEach() ? new Type.Array(rounds) : rounds;
    kept.put(own, new Value(type, CamelCase.joined("last", own.name())));
  }

  private Value size(Value vector) {
    return Objects.requireNonNull(nest.vectors().get(vector));
  }

  /** Makes room in front of the loop. */
  void writeFirst(GraphBuilder into) {
    writeIsWide(into);
    Value rounds = into.constant(ROUNDS);
    kept.forEach(
        (own, room) -> {
          List<Value> lengths = new ArrayList<>();
          nest.eachExtent().ifPresent(extent -> lengths.add(length(extent, into)));
          lengths.add(rounds);
          if (own.type().isArray()) {
            lengths.add(length(size(own), into));
          }
          into.add(new Step.NewArray(room, lengths, false, Position.NONE));
        });
  }

  private Value length(Value extent, GraphBuilder into) {
    return nest.isLength(extent) ? extent : into.apply(Operations.MAX, into.constant(0), extent);
  }

  private void writeIsWide(GraphBuilder into) {
    Value least = into.constant(LEAST_EXTENT);
    Value extent =
        nest.extents().stream()
            .reduce((one, other) -> into.apply(Operations.MIN, one, other))
            .orElseThrow();
    List<Value> compared = List.of(extent, least);
    into.add(new Step.Apply(isWide, Operations.GE, compared, Position.NONE));
  }

  /** Tells at the beginning of a round how many others are kept. */
  void writeTurn(GraphBuilder into) {
    Step.Loop outer = nest.outer();
    Value ran = distance(into, outer.from(), outer.index());
    Value last = into.constant(ROUNDS - 1);
    into.add(new Step.Apply(turn, Operations.AND, List.of(ran, last), Position.NONE));
  }

  private Value distance(GraphBuilder into, Value from, Value to) {
    return nest.outer().stride() > 0
        ? into.apply(Operations.SUB, to, from)
        : into.apply(Operations.SUB, from, to);
  }

  /**
   * Keeps what the round has, in place of the loops, and adds what is kept if that is enough; does
   * the loops where that wouldn't pay.
   */
  void writeKeeping(GraphBuilder into) {
    GraphBuilder then = new GraphBuilder();
    Map<Value, Value> here = new LinkedHashMap<>();
    kept.forEach(
        (own, room) ->
            here.put(own, nest.isForEach() ? then.read("", room, nest.each().index()) : room));
    here.forEach((own, room) -> writeCopy(own, room, then));
    nest.now().copy().ifPresent(then::add);
    GraphBuilder full = new GraphBuilder();
    List<Value> turns = IntStream.range(0, ROUNDS).mapToObj(full::constant).toList();
    new NestCopy(nest, turns).write(here, full);
    Value isLast = then.apply(Operations.EQ, turn, then.constant(ROUNDS - 1));
    then.branch(isLast, full.yield(), nothing(), List.of());
    GraphBuilder otherwise = new GraphBuilder();
    otherwise.add(nest.nest());
    into.branch(isWide, then.yield(), otherwise.yield(), List.of());
  }

  private void writeCopy(Value own, Value room, GraphBuilder into) {
    if (own.type().isArray()) {
      Value copy = into.read("", room, turn);
      Value zero = into.constant(0);
      Value length = size(own);
      into.add(new Step.Copy(own, zero, copy, zero, length, Position.NONE));
    } else {
      into.write(room, turn, own);
    }
  }

  /** Adds behind the loop what is still kept. */
  void writeLast(GraphBuilder into) {
    Step.Loop outer = nest.outer();
    GraphBuilder then = new GraphBuilder();
    Value distance = distance(then, outer.from(), outer.to());
    Value ran =
        nest.countsLength() ? distance : then.apply(Operations.MAX, then.constant(0), distance);
    Value left = then.apply(Operations.AND, ran, then.constant(ROUNDS - 1));
    GraphBuilder body = new GraphBuilder();
    Value round = body.parameter(Type.INT, "");
    new NestCopy(nest, List.of(round)).writeBehind(kept, body);
    then.loop(then.constant(0), left, 1, List.of(), body.yield());
    into.branch(isWide, then.yield(), nothing(), List.of());
  }

  private static Region nothing() {
    return new GraphBuilder().yield();
  }
}
