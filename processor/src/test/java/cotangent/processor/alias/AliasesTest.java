package cotangent.processor.alias;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.alias.Aliases.Policy;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the policies take for granted: which values may be the same array then. */
class AliasesTest {
  private final Map<String, Value> values = new HashMap<>();
  private Graph graph;

  private void read(String parameters, String body) {
    String text = "graph f(" + parameters + ") {\n" + body.indent(2) + "}\n";
    graph = GraphText.parse(text, Operations::byName);
    enter(graph.body());
  }

  private void enter(Region region) {
    region.parameters().forEach(value -> values.put(value.name(), value));
    for (Step step : region.steps()) {
      step.results().forEach(value -> values.put(value.name(), value));
      step.regions().forEach(this::enter);
    }
  }

  private boolean mayBeOne(Policy policy, String one, String other) {
    Aliases aliases = new Aliases(graph, new Places(graph.body()), policy);
    return aliases.of(values.get(one)) == aliases.of(values.get(other));
  }

  @Test
  void argumentsAreDifferentArraysOrNot() {
    read("double[] a, double[] b", "yield a, b\n");
    assertThat(mayBeOne(Policy.APART, "a", "b")).isFalse();
    assertThat(mayBeOne(Policy.TOGETHER, "a", "b")).isTrue();
  }

  @Test
  void newArraysAreDifferentFromAllOthers() {
    read("double[] a, int n", "c = new double[n]\nd = new double[n]\nyield a\n");
    for (Policy policy : Policy.values()) {
      assertThat(mayBeOne(policy, "a", "c")).isFalse();
      assertThat(mayBeOne(policy, "c", "d")).isFalse();
    }
  }

  @Test
  void whatABranchGivesMayBeEither() {
    read(
        "boolean first, int n",
        """
        a = new double[n]
        b = new double[n]
        double[] c = if first {
          yield a
        } else {
          yield b
        }
        yield c
        """);
    for (Policy policy : Policy.values()) {
      assertThat(mayBeOne(policy, "a", "c")).isTrue();
      assertThat(mayBeOne(policy, "b", "c")).isTrue();
    }
  }

  @Test
  void aRowHasACellOfItsOwnOrThatOfItsArray() {
    read("double[][] a, int i", "row = a[i]\nyield row\n");
    assertThat(mayBeOne(Policy.APART, "a", "row")).isFalse();
    assertThat(mayBeOne(Policy.TOGETHER, "a", "row")).isTrue();
    Aliases aliases = new Aliases(graph, new Places(graph.body()), Policy.APART);
    assertThat(aliases.of(values.get("a")).element()).isSameAs(aliases.of(values.get("row")));
  }
}
