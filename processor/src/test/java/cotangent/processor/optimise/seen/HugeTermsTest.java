package cotangent.processor.optimise.seen;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.op.Operations;
import org.junit.jupiter.api.Test;

/** How rounding by a huge number that is added and taken away again is seen. */
class HugeTermsTest {

  @Test
  void seesAConstantWhereTheNumberIsKnown() {
    expect(
        """
        graph f(double x) {
          huge = 4.503599627370496E15
          sum = add(huge, x)
          whole = sub(sum, huge)
          yield whole
        }
        """,
        """
        graph f(double x) {
          huge = 4.503599627370496E15
          sum = add(huge, x)
          whole = sub(sum, huge)
          %1 = 0.0
          whole#2 = seenAs(whole, %1)
          yield whole#2
        }
        """);
  }

  @Test
  void keepsTheSlopeBesideSmallNumbers() {
    String log1p =
        """
        graph f(double x) {
          one = 1.0
          sum = add(one, x)
          rest = sub(sum, one)
          yield rest
        }
        """;
    expect(log1p, log1p);
  }

  @Test
  void asksForTheSizeOfAFieldWhenTheMethodRuns() {
    expect(
        """
        graph f(float x) {
          float huge = call STATIC_FIELD "p.A" "HUGE"()
          rest = sub(x, huge)
          float again = call STATIC_FIELD "p.A" "HUGE"()
          whole = add(rest, again)
          yield whole
        }
        """,
        """
        graph f(float x) {
          float huge = call STATIC_FIELD "p.A" "HUGE"()
          rest = sub(x, huge)
          float again = call STATIC_FIELD "p.A" "HUGE"()
          whole = add(rest, again)
          %1 = abs(again)
          %2 = 2097152.0f
          %3 = ge(%1, %2)
          %4 = 0.0f
          whole#2 = seenAs(whole, %4)
          whole#3 = select(%3, whole#2, whole)
          yield whole#3
        }
        """);
  }

  @Test
  void tellsDifferentFieldsApart() {
    String text =
        """
        graph f(double x) {
          double one = call STATIC_FIELD "p.A" "ONE"()
          sum = add(one, x)
          double other = call STATIC_FIELD "p.A" "OTHER"()
          rest = sub(sum, other)
          yield rest
        }
        """;
    expect(text, text);
  }

  private static void expect(String graph, String seen) {
    assertThat(
            GraphText.print(
                GraphCheck.check(HugeTerms.in(GraphTextParser.parse(graph, Operations::byName)))))
        .isEqualTo(seen);
  }
}
