package cotangent.processor.optimise.seen;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

/** What is left of calls that have rules when all is derived. */
class PlainCallsTest {

  @Test
  void keepTheResultsAndTheirNamesAndDropTheRules() {
    Graph graph =
        parse(
            """
            graph f(double x) {
              double y = call ruled "p.A.of" "a" "pullback" "" by (0) else ""(x)
              z = mul(y, x)
              yes = lt(y, x)
              double w = if yes {
                double u, double v = call ruled "p.B.of" "b" "" "" by (0) else "no"(y)
                uv = mul(u, v)
                yield uv
              } else {
                double r = call helper(z)
                yield r
              }
              yield w
            }
            function a(double x) {
              double p = call STATIC_METHOD "p.A" "of"(x)
              yield p
            }
            function pullback(double x, double y, double seed) {
              double d = call unused(x)
              yield d
            }
            function b(double x) {
              p.Pair pair = call STATIC_METHOD "p.B" "of"(x)
              double one = call COMPONENT "p.Pair" "one"(pair)
              double two = call COMPONENT "p.Pair" "two"(pair)
              yield one, two
            }
            function helper(double x) {
              double h = call ruled "p.A.of" "a" "pullback" "" by (0) else ""(x)
              yield h
            }
            function unused(double x) {
              yield x
            }
            """);
    assertThat(GraphText.print(GraphCheck.check(PlainCalls.in(graph))))
        .isEqualTo(
            """
            graph f(double x) {
              double y = call STATIC_METHOD "p.A" "of"(x)
              z = mul(y, x)
              yes = lt(y, x)
              double w = if yes {
                p.Pair pair = call STATIC_METHOD "p.B" "of"(y)
                double one = call COMPONENT "p.Pair" "one"(pair)
                double two = call COMPONENT "p.Pair" "two"(pair)
                uv = mul(one, two)
                yield uv
              } else {
                double r = call helper(z)
                yield r
              }
              yield w
            }
            function helper(double x) {
              double h = call STATIC_METHOD "p.A" "of"(x)
              yield h
            }
            """);
  }

  private static Graph parse(String text) {
    return GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
  }
}
