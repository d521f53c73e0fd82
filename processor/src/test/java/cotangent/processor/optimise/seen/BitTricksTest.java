package cotangent.processor.optimise.seen;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

/** How numbers that are made of the bits of others are seen. */
class BitTricksTest {

  @Test
  void seesWhatIsRoundedAsTheNumberItself() {
    expect(made("mask = -134217728L\n  masked = and(bits, mask)"), "y#2 = seenAs(y, x)");
  }

  @Test
  void seesWhatIsGivenAnotherExponentAsScaled() {
    String all = seen(made("n = 4503599627370496L\n  masked = add(bits, n)"));
    assertThat(all)
        .contains("getExponent(y)", "getExponent(x)", "scalb(x, ")
        .contains("seenAs(y, ");
  }

  @Test
  void takesTheSignFromTheFirstBit() {
    String cleared = made("mask = 9223372036720558080L\n  masked = and(bits, mask)");
    assertThat(seen(cleared)).contains("%1 = abs(x)", "seenAs(y, %1)");
    String turned =
        made(
            "m = -134217728L\n  high = and(bits, m)\n  s = -9223372036854775808L\n  masked = xor(high, s)");
    assertThat(seen(turned)).contains("%1 = neg(x)", "seenAs(y, %1)");
  }

  @Test
  void leavesWhatMathHasAFunctionFor() {
    stays(made("mask = 9223372036854775807L\n  masked = and(bits, mask)"));
    stays(made("one = 1L\n  masked = add(bits, one)"));
  }

  @Test
  void leavesWhereFewPlacesAreLeft() {
    stays(made("mask = -35184372088832L\n  masked = and(bits, mask)"));
  }

  @Test
  void leavesWhereTheFractionIsAnother() {
    stays(made("mask = 16777215L\n  masked = and(bits, mask)"));
    stays(made("mask = 4503599627370495L\n  masked = xor(bits, mask)"));
    stays(made("n = 4606859074900000000L\n  masked = add(bits, n)"));
  }

  private static String made(String steps) {
    return """
        graph f(double x) {
          bits = Double.doubleToRawLongBits(x)
          %s
          y = Double.longBitsToDouble(masked)
          yield y
        }
        """
        .formatted(steps.replace("\n", "\n  "));
  }

  private static void expect(String text, String line) {
    assertThat(seen(text)).contains(line);
  }

  private static void stays(String text) {
    assertThat(seen(text)).doesNotContain("seenAs");
  }

  private static String seen(String text) {
    var graph = BitTricks.in(GraphTextParser.parse(text, Operations::byName));
    GraphCheck.check(graph);
    return GraphText.print(graph);
  }
}
