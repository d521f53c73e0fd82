package cotangent.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphText;
import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

/** Counts operations of graphs by hand. */
class CostTest {
  private static Cost of(String... lines) {
    return Cost.of(GraphText.parse(String.join("\n", lines), Operations::byName));
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
  void amountsAreWrittenAsJavaWritesThem() {
    Amount n = Amount.of("n");
    Amount k = Amount.of("k");

    Amount sum = n.times(k).times(Amount.of(8)).plus(n).minus(Amount.of(3));

    assertThat(sum).hasToString("8 * k * n + n - 3");
    assertThat(sum.minus(sum)).hasToString("0");
    assertThat(n.minus(Amount.of(2)).atLeast(Amount.of(5))).hasToString("n + 5");
  }
}
