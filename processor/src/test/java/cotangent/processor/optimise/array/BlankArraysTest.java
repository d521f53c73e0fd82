package cotangent.processor.optimise.array;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.Step;
import cotangent.processor.optimise.Optimising;
import org.junit.jupiter.api.Test;

/** Arrays that are made once before a loop. */
class BlankArraysTest {

  private static boolean isMadeBefore(String made, String forgotten) {
    String body =
        """
        zero = 0
        none = 0.0
        rows = new double[n][]
        s = loop i from zero to n step 1 (double s2 = none) {
          %s
          t = x[i]
          a[zero] = t
          u = a[zero]
          %s
          r = add(s2, u)
          yield r
        }
        yield s, rows
        """
            .formatted(made, forgotten);
    Graph graph =
        GraphCheck.check(new BlankArrays().rewrite(Optimising.parse("double[] x, int n", body)));
    return graph.body().steps().stream()
        .anyMatch(step -> step instanceof Step.NewArray array && array.result().type().rank() == 1);
  }

  @Test
  void thoseThatAreWrittenFirstAndForgotten() {
    assertThat(isMadeBefore("a = blank double[n]", "")).isTrue();
  }

  @Test
  void notThoseWhoseZerosMatter() {
    assertThat(isMadeBefore("a = new double[n]", "")).isFalse();
  }

  @Test
  void notThoseThatAreHandedOn() {
    assertThat(isMadeBefore("a = blank double[n]", "rows[i] = a")).isFalse();
  }
}
