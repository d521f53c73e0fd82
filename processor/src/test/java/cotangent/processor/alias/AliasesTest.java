package cotangent.processor.alias;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.alias.Aliases.Policy;
import cotangent.processor.graph.NamedGraph;
import cotangent.processor.graph.Places;
import org.junit.jupiter.api.Test;

/** What the policies take for granted: which values may be the same array then. */
class AliasesTest {
  private NamedGraph graph;

  private void read(String parameters, String body) {
    graph = new NamedGraph(parameters, body);
  }

  private Aliases aliases(Policy policy) {
    return new Aliases(graph.graph(), new Places(graph.graph().body()), policy);
  }

  private boolean mayBeOne(Policy policy, String one, String other) {
    Aliases aliases = aliases(policy);
    return aliases.of(graph.value(one)) == aliases.of(graph.value(other));
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
    Aliases aliases = aliases(Policy.APART);
    assertThat(aliases.of(graph.value("a")).element()).isSameAs(aliases.of(graph.value("row")));
  }
}
