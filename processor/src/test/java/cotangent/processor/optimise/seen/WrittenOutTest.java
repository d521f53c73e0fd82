package cotangent.processor.optimise.seen;

import static cotangent.processor.optimise.Optimising.parse;
import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphText;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of arrays that may be null, when all derivatives are taken. */
class WrittenOutTest {
  private static final String ASKS =
      """
      i = 0
      %s
      z = zeros like a
      none = (double[]) null
      there = ne(a, none)
      double[] r = if there {
        yield z
      } else {
        yield none
      }
      yield r
      """;

  private static String of(String before) {
    return GraphText.print(
        WrittenOut.in(parse("double[] a, boolean c", ASKS.formatted(before)), Set.of()));
  }

  @Test
  void anArrayThatWasReadIsThere() {
    assertThat(of("x = a[i] @1")).contains("z = new double", "there = true");
  }

  @Test
  void anArrayThatWasReadInAnArmMayBeNull() {
    assertThat(of("if c {\n  x = a[i] @1\n} else {\n}")).contains("z = zeros", "there = ne(");
  }

  @Test
  void whatIsStoppedIsTheNumberItself() {
    String stopped =
        "double y = call STATIC_METHOD \"cotangent.Cotangent\" \"stop\"(x)\nz = mul(y, y)\nyield z";
    assertThat(GraphText.print(WrittenOut.in(parse("double x", stopped), Set.of())))
        .contains("mul(x, x)");
  }
}
