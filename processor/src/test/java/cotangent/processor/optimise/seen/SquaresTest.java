package cotangent.processor.optimise.seen;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.optimise.Optimising;
import org.junit.jupiter.api.Test;

/** How squares of what has a kink are seen. */
class SquaresTest {

  @Test
  void seesTheSquareOfARootAsWhatIsBelowIt() {
    expect(
        "double x",
        "root = sqrt(x) @1\ny = mul(root, root) @1\nyield y\n",
        "root = sqrt(x) @1\ny = mul(root, root) @1\ny#2 = seenAs(y, x)\nyield y#2\n");
  }

  @Test
  void seesTheSquareOfAnAbsoluteValueWithoutTheKink() {
    expect(
        "double x",
        "size = abs(x) @1\ny = mul(size, size) @1\nyield y\n",
        """
        size = abs(x) @1
        y = mul(size, size) @1
        %1 = mul(x, x)
        y#2 = seenAs(y, %1)
        yield y#2
        """);
  }

  @Test
  void seesTheSquareOfAHypotenuseAsASum() {
    expect(
        "double x, double z",
        "length = hypot(x, z) @1\np = 2.0\ny = pow(length, p) @1\nyield y\n",
        """
        length = hypot(x, z) @1
        p = 2.0
        y = pow(length, p) @1
        %1 = mul(x, x)
        %2 = mul(z, z)
        %3 = add(%1, %2)
        y#2 = seenAs(y, %3)
        yield y#2
        """);
  }

  @Test
  void leavesOddPowersAndOtherProducts() {
    stays("double x", "size = abs(x) @1\np = 3.0\ny = pow(size, p) @1\nyield y\n");
    stays(
        "double x, double z",
        "size = abs(x) @1\nother = abs(z) @1\ny = mul(size, other) @1\nyield y\n");
  }

  private static void expect(String parameters, String body, String expected) {
    assertThat(GraphText.print(GraphCheck.check(Squares.in(Optimising.parse(parameters, body)))))
        .isEqualTo(GraphText.print(Optimising.parse(parameters, expected)));
  }

  private static void stays(String parameters, String body) {
    expect(parameters, body, body);
  }
}
