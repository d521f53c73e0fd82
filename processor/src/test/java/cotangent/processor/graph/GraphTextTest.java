package cotangent.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

class GraphTextTest {
  static final String EVERY_STEP =
      """
      graph everything(double x, float[][] rows, int n, cotangent.Tape tape, p.A self) {
        real = -1.5E-5
        single = 2.0f
        nan = NaN
        low = -Infinityf
        whole = -3
        big = 4L
        yes = true
        letter = (char) 98
        small = (byte) -1
        text = "a \\"b\\" \\\\ \\u00e4\\u000a"
        nothing = (p.A) null
        x#2 = mul(x, real) @4
        %1 = double(n)
        %2 = StrictMath.tanh(%1)
        a = new double[n][n][] @5
        b = new p.A[n]
        unwritten = blank double[n]
        z = zeros like rows
        c = clone rows @6
        row = rows[n] @7
        row[n] = single @8
        copy row[n] to row[whole] length n @9
        fill row[n, whole] with single
        push n on tape
        m = pop int from tape
        double y, float w = call helper(x, n) @10
        int h = call METHOD "p.A" "hash"(self) @11
        call hidden STATIC_METHOD "p.A" "log" as (int, java.util.List, double[][], void)(n, text, rows)
        double k, float l = call ruled "p.A.f" "helper" "" "" by (0, 1) else "add \\"it\\""(x, n)
        java.lang.String message = call CONCATENATION "" ""(text, n)
        double r, int q = if yes {
          yield x, n
        } else {
          java.lang.Error e = call NEW "java.lang.Error" ""(message) @12
          throw e @13
        } @14
        if yes {
        } else {
        }
        s = loop i from n to m step -1 (double s#2 = r) {
          s#3 = add(s#2, x)
          yield s#3
        } @15
        double v = while (double u = s) {
          more = lt(u, x)
          yield more, u
        } do {
          u#2 = add(u, x)
          yield u#2
        }
        yield v, row
      }
      function helper(double x, int n) {
        f = 1.0f
        yield x, f
      }
      """;

  @Test
  void parsesWhatItPrints() {
    Graph graph = GraphTextParser.parse(EVERY_STEP, Operations::byName);
    assertThat(GraphText.print(graph)).isEqualTo(EVERY_STEP);
    GraphCheck.check(graph);
  }

  @Test
  void namesThatAreWordsOfTheTextAreNames() {
    String text =
        """
        graph words(double call, double[] copy, int loop) {
          clone = copy[loop]
          copy[loop] = call
          fill = add(call, clone)
          push = 1
          loop#2 = add(loop, push)
          yield fill, loop#2
        }
        """;
    assertThat(GraphText.print(GraphTextParser.parse(text, Operations::byName))).isEqualTo(text);
  }

  @Test
  void saysWhereTextIsWrong() {
    assertThatThrownBy(
            () ->
                GraphTextParser.parse(
                    "graph f(double x) {\n  y = add(x, z)\n  yield y\n}", Operations::byName))
        .hasMessageContaining("line 2")
        .hasMessageContaining("no value is named z");
  }
}
