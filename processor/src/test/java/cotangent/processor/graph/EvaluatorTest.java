package cotangent.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.Tape;
import cotangent.processor.op.Operations;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static List<Object> run(String text, Object... arguments) {
    Graph graph = GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
    return Evaluator.run(graph, Arrays.asList(arguments));
  }

  @Test
  void countsUpAndDown() {
    String text =
        """
        graph digits(int from, int to) {
          zero = 0
          ten = 10
          up = loop i from from to to step 2 (int n = zero) {
            shifted = mul(n, ten)
            n#2 = add(shifted, i)
            yield n#2
          }
          down = loop j from to to from step -1 (int m = zero) {
            shifted#2 = mul(m, ten)
            m#2 = add(shifted#2, j)
            yield m#2
          }
          yield up, down
        }
        """;
    assertThat(run(text, 1, 6)).containsExactly(135, 65432);
    assertThat(run(text, 6, 1)).containsExactly(0, 0);
  }

  @Test
  void testsBeforeEachRoundOfAWhile() {
    String text =
        """
        graph doubling(double x, double limit) {
          int rounds, double reached = while (int n = zero, double y = x) {
            more = lt(y, limit)
            yield more, n, y
          } do {
            y#2 = add(y, y)
            one = 1
            n#2 = add(n, one)
            yield n#2, y#2
          }
          yield rounds, reached
        }
        """
            .replaceFirst("\n", "\n  zero = 0\n");
    assertThat(run(text, 3.0, 20.0)).containsExactly(3, 24.0);
    assertThat(run(text, 30.0, 20.0)).containsExactly(0, 30.0);
  }

  @Test
  void changesTheArraysItIsGiven() {
    double[][] rows = {{1, 2}, {3}};
    List<Object> results =
        run(
            """
            graph arrays(double[][] a, int zero, int one) {
              first = a[zero]
              second = a[one]
              first[one] = seven
              copied = clone a
              zeros = zeros like a
              copied[zero] = second
              copy first[one] to second[zero] length one
              fresh = new double[one][one]
              n = length(first)
              fill first[zero, one] with seven
              yield copied, zeros, fresh, n
            }
            """
                .replaceFirst("\n", "\n  seven = 7.0\n"),
            rows,
            0,
            1);
    assertThat(rows).isDeepEqualTo(new double[][] {{7, 7}, {7}});
    assertThat((double[][]) results.get(0)).isDeepEqualTo(new double[][] {{7}, {7}});
    assertThat((double[][]) results.get(1)).isDeepEqualTo(new double[][] {{0, 0}, {0}});
    assertThat((double[][]) results.get(2)).isDeepEqualTo(new double[][] {{0}});
    assertThat(results.get(3)).isEqualTo(2);
  }

  @Test
  void callsFunctionsAndKeepsOnTheTape() {
    String text =
        """
        graph powers(double x, int n, cotangent.Tape tape) {
          double y = call power(x, n, tape)
          last = pop double from tape
          yield y, last
        }
        function power(double x, int n, cotangent.Tape tape) {
          zero = 0
          done = eq(n, zero)
          double y = if done {
            one = 1.0
            yield one
          } else {
            minus = 1
            n#2 = sub(n, minus)
            double rest = call power(x, n#2, tape)
            push rest on tape
            y#2 = mul(x, rest)
            yield y#2
          }
          yield y
        }
        """;
    assertThat(run(text, 2.0, 5, new Tape())).containsExactly(32.0, 16.0);
  }

  @Test
  void callsJavaMembersAndThrowsWhatJavaThrows() {
    String text =
        """
        graph guard(double x, java.lang.String name) {
          zero = 0.0
          bad = lt(x, zero)
          if bad {
            is = " is "
            java.lang.String message = call CONCATENATION "" ""(name, is, x)
            java.lang.IllegalArgumentException e = call NEW "java.lang.IllegalArgumentException" ""(message)
            throw e
          } else {
          }
          int n = call METHOD "java.lang.String" "length"(name)
          java.lang.String s = call STATIC_METHOD "java.lang.Integer" "toHexString"(n)
          double pi = call STATIC_FIELD "java.lang.Math" "PI"()
          yield s, pi
        }
        """;
    assertThat(run(text, 1.0, "a longer name")).containsExactly("d", Math.PI);
    assertThatThrownBy(() -> run(text, -1.0, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x is -1.0");
  }

  @Test
  void trapsAsJavaDoes() {
    String text =
        """
        graph traps(double[] a, int i, int d) {
          q = div(i, d)
          r = a[q]
          yield r
        }
        """;
    assertThat(run(text, new double[] {5, 6}, 3, 2)).containsExactly(6.0);
    assertThatThrownBy(() -> run(text, new double[] {5, 6}, 3, 0))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> run(text, new double[] {5, 6}, 3, 1))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThatThrownBy(() -> run(text, null, 3, 1)).isInstanceOf(NullPointerException.class);
  }
}
