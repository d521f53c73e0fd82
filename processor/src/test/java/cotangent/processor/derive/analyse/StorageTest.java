package cotangent.processor.derive.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which arrays may be the same memory. */
class StorageTest {
  private final Map<String, Value> values = new HashMap<>();
  private Storage storage;

  private void read(String parameters, String body) {
    String text = "graph f(" + parameters + ") {\n" + body.indent(2) + "}\n";
    Graph graph = GraphCheck.check(GraphText.parse(text, Operations::byName));
    enter(graph.body());
    storage = new Storage(graph, new Places(graph.body()), false);
  }

  private void enter(Region region) {
    region.parameters().forEach(value -> values.put(value.name(), value));
    for (Step step : region.steps()) {
      step.results().forEach(value -> values.put(value.name(), value));
      step.regions().forEach(this::enter);
    }
  }

  private boolean mayShare(String one, String other) {
    return storage.mayShare(values.get(one), values.get(other));
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
    assertThat(storage.isWritten(values.get("b"))).isTrue();
    assertThat(storage.isWritten(values.get("a"))).isFalse();
  }
}
