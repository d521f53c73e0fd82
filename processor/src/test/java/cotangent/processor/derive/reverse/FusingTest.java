package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which iterations run forward and at once backward. */
class FusingTest {

  private static String loop(String combined) {
    return Reversed.of(
        "double[] a",
        """
        start = 1.0
        from = 0
        to = length(a)
        s = loop i from from to to step 1 (double s2 = start) {
          t = a[i]
          e = exp(t)
          %s
          yield r
        }
        yield s
        """
            .formatted(combined));
  }

  @Test
  void thoseThatOnlySumDo() {
    assertThat(loop("r = add(s2, e)")).containsOnlyOnce("loop ").doesNotContain("kept");
  }

  @Test
  void thoseWhoseSumIsSubtractedFromDo() {
    assertThat(loop("r = sub(s2, e)")).containsOnlyOnce("loop ").doesNotContain("kept");
  }

  @Test
  void thoseThatMultiplyDoNot() {
    assertThat(loop("r = mul(s2, e)").split("loop ", -1)).hasSize(3);
  }

  @Test
  void thoseThatCountTheSumTwiceDoNot() {
    assertThat(loop("d = add(s2, s2)\n  r = add(d, e)").split("loop ", -1)).hasSize(3);
  }
}
