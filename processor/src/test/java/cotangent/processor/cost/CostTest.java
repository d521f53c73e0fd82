package cotangent.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Counts operations of graphs by hand. */
class CostTest {
  private static Cost of(String... lines) {
    return new Counting(GraphTextParser.parse(String.join("\n", lines), Operations::byName)).cost();
  }

  @Test
  void aLoopCountsAsOftenAsItTurns() {
    Cost cost =
        of(
            "graph f(double[] x, double a) {",
            "  %0 = 0",
            "  %1 = 0.0",
            "  %2 = length(x)",
            "  %3 = loop i from %0 to %2 step 1 (double s = %1) {",
            "    %4 = x[i]",
            "    %5 = mul(%4, a)",
            "    %6 = add(s, %5)",
            "    yield %6",
            "  }",
            "  %7 = sin(%3)",
            "  yield %7",
            "}");

    assertThat(cost.operations()).hasToString("2 * x.length + 1");
    assertThat(cost.isWhole()).isTrue();
  }

  @Test
  void ofTwoArmsTheLongerCounts() {
    Cost cost =
        of(
            "graph f(boolean c, double a) {",
            "  double %1 = if c {",
            "    %2 = mul(a, a)",
            "    %3 = mul(%2, a)",
            "    yield %3",
            "  } else {",
            "    yield a",
            "  }",
            "  yield %1",
            "}");

    assertThat(cost.operations()).hasToString("2");
  }

  @Test
  void aKernelCountsByItsSizes() {
    Cost cost =
        of(
            "graph f(double[] a, int rows, int columns, double[] x) {",
            "  double[] %1 = call STATIC_METHOD \"cotangent.tensor.Kernels\" \"times\"(a, rows, columns, x)",
            "  double %2 = call STATIC_METHOD \"cotangent.tensor.Kernels\" \"sum\"(%1)",
            "  yield %2",
            "}");

    assertThat(cost.operations()).hasToString("2 * columns * rows + rows");
    assertThat(cost.calls().isNothing()).isTrue();
  }

  @Test
  void sizesInRecordsAndListsAreNamedAsUsersReachThem() {
    Port.Leaf v = new Port.Leaf("v", Type.array(Type.DOUBLE));
    Port.Leaf count = new Port.Leaf("count", Type.INT);
    Port.Composite net = new Port.Composite("net", "Net", List.of(v, count));
    Port.Elements layers = new Port.Elements("layers", "java.util.List<Net>", net.named("element"));
    List<Value> leaves =
        Stream.of(net, layers)
            .flatMap(Port::leaves)
            .map(leaf -> new Value(leaf.type(), leaf.name()))
            .toList();
    SizeNames names = new SizeNames(leaves);
    names.nameParts(leaves, List.of(net, layers));

    assertThat(names.length(leaves.get(0)).orElseThrow()).hasToString("net.v().length");
    assertThat(names.of(leaves.get(1)).orElseThrow()).hasToString("net.count()");
    assertThat(names.length(leaves.get(2)).orElseThrow()).hasToString("layers.size()");
    assertThat(names.length(leaves.get(3)).orElseThrow()).hasToString("layers.size()");
  }

  @Test
  void anArrayThatIsKeptInEachTurnCountsWithAllItsNumbersOnce() {
    Cost cost =
        of(
            "graph f(double[] x, double[][] first, double[][] second) {",
            "  %0 = 0",
            "  %1 = length(x)",
            "  %2 = length(first)",
            "  loop i from %0 to %2 step 1 () {",
            "    double[] %3 = new double[%1] @7",
            "    first[i] = %3",
            "    second[i] = %3",
            "  }",
            "}");

    assertThat(cost.kept()).hasToString("8 * first.length * x.length");
  }

  @Test
  void aLongSumIsToldInTermsOfTheLargestSize() {
    Amount sum = Amount.of(1).minus(Amount.of("z"));
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      sum = sum.plus(Amount.of(name).times(Amount.of("rounds")));
    }
    Cost cost = new Cost(sum, Amount.NOTHING, Amount.NOTHING, true, true, Map.of(), Set.of());

    assertThat(cost.sentence(cost))
        .isEqualTo(
            "Takes about {@code 6 * rounds * size} operations, the value alone"
                + " about {@code 6 * rounds * size}, where {@code size} is the largest of its sizes"
                + " and {@code rounds} the most turns of a loop.");
  }

  @Test
  void aRecursionIsToldForEachOfItsCalls() {
    Amount two = Amount.of(2);
    Cost cost = new Cost(two, Amount.NOTHING, Amount.of(8), false, true, Map.of(), Set.of());

    assertThat(cost.sentence(cost))
        .isEqualTo(
            "Takes 2 operations for each call of its recursion, the value alone 2; keeps 8 bytes"
                + " for each.");
  }

  @Test
  void amountsAreWrittenAsJavaWritesThem() {
    Amount n = Amount.of("n");
    Amount k = Amount.of("k");

    Amount sum = n.times(k).times(Amount.of(8)).plus(n).minus(Amount.of(3));

    assertThat(sum).hasToString("8 * k * n + n - 3");
    assertThat(sum.times(k).inPowers()).isEqualTo("8 * k^2 * n + k * n - 3 * k");
    assertThat(sum.minus(sum)).hasToString("0");
    assertThat(n.minus(Amount.of(2)).atLeast(Amount.of(5))).hasToString("n + 5");
  }
}
