package cotangent.processor.derive.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.NamedGraph;
import cotangent.processor.graph.Places;
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
}
