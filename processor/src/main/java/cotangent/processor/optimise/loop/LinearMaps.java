package cotangent.processor.optimise.loop;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.List;
import java.util.Optional;

/**
 * Applies a linear map once, behind a loop, to the sum of what its rounds would each apply it to.
 * The derivative by a mean that is subtracted from all points goes through the same matrix in each
 * round: {@code Qᵀy₁ + Qᵀy₂ + ..} is {@code Qᵀ(y₁ + y₂ + ..)}, and to add vectors takes a loop
 * where the matrix takes two.
 */
final class LinearMaps extends Rewriter {
  private final SummedMap map;
  private final Places places;
  private final Value total;

  private LinearMaps(SummedMap map, Places places) {
    this.map = map;
    this.places = places;
    Type rows = map.summed().type();
    String name = CamelCase.joined("total", map.summed().name());
    total = new Value(map.isForEach() ? new Type.Array(rows) : rows, name);
  }

  /** Returns the graph with one map behind its loop, or as it is. */
  static Graph in(Survey seen) {
    Optional<SummedMap> found = SummedMap.in(seen);
    return found.isEmpty()
        ? seen.graph()
        : new LinearMaps(found.get(), seen.places()).rewrite(seen.graph());
  }

  @Override
  protected void rewrite(Step step) {
    if (step == map.outer()) {
      add(new Step.NewArray(total, map.lengths(), map.outer().position().made()));
      add(inside(step));
      GraphBuilder after = new GraphBuilder();
      behind(after);
      after.steps().forEach(this::add);
    } else if (step != map.slice().sink()) {
      if (step == map.first()) {
        sum();
      }
      add(isForMapOnly(step) ? forMapOnly((Step.Read) step) : inside(step));
    }
  }

  private boolean isForMapOnly(Step step) {
    return step instanceof Step.Read read
        && map.slice().contains(read)
        && places.users(read.result()).stream().allMatch(map.slice()::contains);
  }

  /**
   * Returns a read that needn't be done any more: where there is no element, the later one tells.
   */
  private static Step forMapOnly(Step.Read read) {
    return new Step.Read(read.result(), read.array(), read.index(), read.position().made());
  }

  /** Adds to the total what a round would have applied the map to. */
  private void sum() {
    GraphBuilder here = new GraphBuilder();
    Value row = map.isForEach() ? here.read("", total, map.each().index()) : total;
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "");
    Value old = body.read("", row, index);
    Value addend = body.read("", map.summed(), index);
    body.write(row, index, body.apply(Operations.ADD, old, addend));
    here.loop(here.constant(0), map.length(), 1, List.of(), body.yield());
    here.steps().forEach(this::add);
  }

  /** Applies the map, if there was a round: nothing times what is infinite is not nothing. */
  private void behind(GraphBuilder into) {
    Step.Loop outer = map.outer();
    Value ran =
        into.apply(outer.stride() > 0 ? Operations.LT : Operations.GT, outer.from(), outer.to());
    GraphBuilder then = new GraphBuilder();
    new SliceCopy(map, total).write(then);
    Region nothing = new GraphBuilder().yield();
    into.branch(ran, then.yield(), nothing, List.of());
  }
}
