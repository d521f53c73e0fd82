package cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No generated method is so big that the virtual machine wouldn't compile it. */
class BigMethodsTest {
  private static final int INTERPRETED = 8000;

  @Test
  void splitsStraightLinesWithLocalUses() {
    check(straightLine(10_000, 40));
  }

  @Test
  void splitsStraightLinesWithFarUses() {
    check(straightLine(10_000, 10_000));
  }

  @Test
  void splitsTheBodyOfALoop() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.parameter(Type.DOUBLE, "x");
    GraphBuilder body = new GraphBuilder();
    body.parameter(Type.INT, "i");
    Value carried = body.parameter(Type.DOUBLE, "s");
    Value last = line(body, new ArrayList<>(List.of(x, carried)), 4_000, 300);
    Region region = body.yield(last);
    List<Value> results = b.loop(b.constant(0), b.constant(3), 1, List.of(x), region);
    check(new Graph("f", b.yield(results), List.of()));
  }

  private static Graph straightLine(int operations, int reach) {
    GraphBuilder b = new GraphBuilder();
    Value x = b.parameter(Type.DOUBLE, "x");
    return new Graph(
        "f", b.yield(line(b, new ArrayList<>(List.of(x)), operations, reach)), List.of());
  }

  private static Value line(GraphBuilder b, List<Value> known, int operations, int reach) {
    Random random = new Random(1);
    Op[] ops = {Operations.ADD, Operations.SUB, Operations.MUL};
    Value sum = known.get(0);
    for (int i = 0; i < operations; i++) {
      int bound = Math.min(reach, known.size());
      Value p = known.get(known.size() - 1 - random.nextInt(bound));
      Value q = known.get(known.size() - 1 - random.nextInt(bound));
      Value r = b.apply("", ops[random.nextInt(3)], p, q);
      known.add(i % 7 == 0 ? b.apply("v", Operations.SIN, r) : r);
      sum = i % 11 == 0 ? b.apply("sum", Operations.ADD, sum, r) : sum;
    }
    return sum;
  }

  private static void check(Graph graph) {
    List<Port> inputs = List.of(new Port.Leaf("x", Type.DOUBLE));
    List<Port> outputs = List.of(new Port.Leaf("value", Type.DOUBLE));
    Method method = new Method("f", Optional.empty(), graph, inputs, outputs, "", "Computes it.");
    String source =
        CompanionWriter.write(
                new Companion("p", "CGrad", true, "C", name -> false, List.of(method)))
            .source();
    Compiled compiled = new Compiled("p.CGrad", source, "p.C", "package p; public class C {}");
    assertThat(compiled.methodSizes())
        .allSatisfy((name, size) -> assertThat(size).as(name).isLessThan(INTERPRETED));
    assertThat(compiled.call("f", 0.7)).isEqualTo(Evaluator.run(graph, List.of(0.7)).get(0));
  }
}
