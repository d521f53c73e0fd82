package cotangent.processor.optimise;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Graphs whose size would show a rule that takes quadratic time or deep recursion. */
@Timeout(value = 60, unit = SECONDS)
class OptimiserSizeTest {

  @Test
  void longBodiesWithManyParameters() {
    GraphBuilder b = new GraphBuilder();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      values.add(b.parameter(Type.DOUBLE, "x" + i));
    }
    Value one = b.constant(1.0);
    for (int i = 0; i < 20_000; i++) {
      Value a = values.get((int) ((i * 7919L) % values.size()));
      Value c = values.get((int) ((i * 104729L) % values.size()));
      values.add(i % 5 == 0 ? b.apply(Operations.MUL, a, one) : b.apply(Operations.ADD, a, c));
    }
    Graph graph = new Graph("g", b.yield(values.subList(15_000, 20_500)), List.of());
    assertThat(Optimiser.finish(graph).body().steps()).hasSizeBetween(1_000, 16_100);
  }

  @Test
  void manyBranchesAndCarriedValues() {
    GraphBuilder b = new GraphBuilder();
    Value n = b.parameter(Type.INT, "n");
    Value c = b.parameter(Type.BOOLEAN, "c");
    List<Value> initial = new ArrayList<>();
    GraphBuilder body = new GraphBuilder();
    body.parameter(Type.INT, "i");
    List<Value> next = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      initial.add(b.parameter(Type.DOUBLE, "x" + i));
      Value carried = body.parameter(Type.DOUBLE, "s" + i);
      GraphBuilder then = new GraphBuilder();
      Region doubled = then.yield(then.apply(Operations.ADD, carried, carried));
      Region kept = new GraphBuilder().yield(carried);
      next.addAll(body.branch(c, doubled, kept, List.of(carried)));
    }
    List<Value> results = b.loop(b.constant(0), n, 1, initial, body.yield(next));
    Graph optimised = Optimiser.finish(new Graph("g", b.yield(results), List.of()));
    Step.Loop loop = (Step.Loop) optimised.body().steps().get(1);
    assertThat(loop.body().steps()).hasSize(1);
  }

  @Test
  void deepNests() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.parameter(Type.DOUBLE, "x");
    Region inner = new GraphBuilder().yield(x);
    for (int depth = 0; depth < 300; depth++) {
      GraphBuilder outer = new GraphBuilder();
      Value c = outer.apply(Operations.LT, x, outer.constant((double) depth));
      GraphBuilder other = new GraphBuilder();
      Region leaf = other.yield(other.constant((double) depth));
      inner = outer.yield(outer.branch(c, inner, leaf, List.of(x)));
    }
    b.steps().addAll(inner.steps());
    Graph optimised = Optimiser.finish(new Graph("g", b.yield(inner.yields()), List.of()));
    assertThat(optimised.body().steps()).hasSize(3);
  }
}
