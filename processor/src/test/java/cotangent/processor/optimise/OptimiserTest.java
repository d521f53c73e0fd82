package cotangent.processor.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for all rules. */
class OptimiserTest {

  @Test
  void optimisesFunctionsToo() {
    String text =
        """
        graph g(double x) {
          double y = call f(x)
          yield y
        }
        function f(double x) {
          one = 1.0
          y = mul(x, one)
          double z = call f(y)
          yield z
        }
        """;
    Graph optimised = Optimiser.finish(GraphTextParser.parse(text, Operations::byName));
    assertThat(GraphText.print(optimised))
        .isEqualTo(
            text.replace("  one = 1.0\n  y = mul(x, one)\n", "").replace("call f(y)", "call f(x)"));
  }

  /** Two halves of one function share the steps that they both take, and so the values. */
  @Test
  void valuesMayMeanSomethingElseInAnotherFunction() {
    Graph first =
        GraphTextParser.parse(
            "graph first(double x) {\n  a = exp(x) @1\n  b = mul(a, a) @1\n  yield b\n}",
            Operations::byName);
    Step exp = first.body().steps().get(0);
    Step square = first.body().steps().get(1);
    Value one = new Value(Type.DOUBLE, "one");
    Region constant =
        new Region(
            first.parameters(),
            List.of(
                new Step.Constant(one, 1.0),
                new Step.Apply(
                    exp.results().get(0),
                    Operations.MUL,
                    List.of(first.parameters().get(0), one),
                    exp.position()),
                square),
            first.results());
    Graph second = new Graph("second", constant, List.of());
    Graph main = GraphTextParser.parse("graph g(double x) {\n  yield x\n}", Operations::byName);
    Graph graph = new Graph("g", main.body(), List.of(second, first));
    List<Graph> functions = Optimiser.finish(graph).functions();
    assertThat(GraphText.print(functions.get(0)))
        .isEqualTo("graph second(double x) {\n  b = mul(x, x) @1\n  yield b\n}\n");
    assertThat(GraphText.print(functions.get(1))).isEqualTo(GraphText.print(first));
  }
}
