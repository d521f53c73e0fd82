package cotangent.processor.derive.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.NamedGraph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

/** Which arrays may be the same memory. */
class StorageTest {
  private NamedGraph graph;
  private Storage storage;

  private void read(String parameters, String body) {
    graph = new NamedGraph(parameters, body);
    storage = new Storage(graph.graph(), new Places(graph.graph().body()), false);
  }

  private boolean mayShare(String one, String other) {
    return storage.mayShare(graph.value(one), graph.value(other));
  }

  @Test
  void parametersAndNewArraysAreApart() {
    read("double[] a, double[] b, int n", "c = new double[n]\nd = clone a\nyield c, d\n");
    assertThat(mayShare("a", "b")).isFalse();
    assertThat(mayShare("a", "c")).isFalse();
    assertThat(mayShare("a", "d")).isFalse();
  }

  @Test
  void aBranchGivesOneOfTwo() {
    read(
        "double[] a, double[] b, double[] c, boolean first",
        """
        double[] d = if first {
          yield a
        } else {
          yield b
        }
        yield d, c
        """);
    assertThat(mayShare("d", "a")).isTrue();
    assertThat(mayShare("d", "b")).isTrue();
    assertThat(mayShare("d", "c")).isFalse();
  }

  @Test
  void arraysThatALoopSwapsAreOne() {
    read(
        "double[] a, double[] b, double[] c, int n",
        """
        zero = 0
        x, y = loop i from zero to n step 1 (double[] p = a, double[] q = b) {
          yield q, p
        }
        yield x, c
        """);
    assertThat(mayShare("x", "b")).isTrue();
    assertThat(mayShare("a", "b")).isTrue();
    assertThat(mayShare("x", "c")).isFalse();
  }

  @Test
  void rowsAreOfTheirArrayWhereverTheyWent() {
    read(
        "double[][] m, double[][] k, double[] r, int i",
        """
        row = m[i]
        m[i] = r
        copy = clone m
        other = k[i]
        yield row, copy, other
        """);
    assertThat(mayShare("row", "r")).isTrue();
    assertThat(mayShare("copy", "m")).isTrue();
    assertThat(mayShare("other", "row")).isFalse();
  }

  @Test
  void copyingNumbersSharesNothing() {
    read(
        "double[] a, double[] b, int n",
        """
        zero = 0
        copy a[zero] to b[zero] length n
        yield b
        """);
    assertThat(mayShare("a", "b")).isFalse();
    assertThat(storage.isWritten(graph.value("b"))).isTrue();
    assertThat(storage.isWritten(graph.value("a"))).isFalse();
  }

  @Test
  void whatAFunctionMadeAndFilledStays() {
    assertThat(
            firstReadMayChange(
                """
                  r = new double[n]
                  r[n] = one
                  yield r
                """))
        .isFalse();
  }

  @Test
  void whatAFunctionWasGivenMayBeWrittenAgain() {
    assertThat(
            firstReadMayChange(
                """
                  x[n] = one
                  yield x
                """))
        .isTrue();
  }

  /** Asks of a number that is read between two calls of a function. */
  private static boolean firstReadMayChange(String body) {
    Graph graph =
        GraphTextParser.parse(
            """
            graph f(double[] x, int n) {
              double[] r = call filled(x, n)
              first = r[n]
              double[] q = call filled(r, n)
              second = q[n]
              sum = add(first, second)
              yield sum
            }
            function filled(double[] x, int n) {
              one = 1.0
            """
                + body
                + "}\n",
            Operations::byName);
    Step.Read first =
        graph.body().steps().stream()
            .filter(Step.Read.class::isInstance)
            .map(Step.Read.class::cast)
            .findFirst()
            .orElseThrow();
    return new Storage(graph, new Places(graph.body()), false).mayChangeAfter(first, first.array());
  }
}
