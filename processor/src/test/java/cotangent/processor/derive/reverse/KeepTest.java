package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is stored for the backward half, and what is computed again. */
class KeepTest {

  private static String product(String factor) {
    return Reversed.of(
        "double[] a",
        """
        one = 1.0
        from = 0
        to = length(a)
        p = loop i from from to to step 1 (double p2 = one) {
          t = a[i]
          %s
          r = mul(p2, e)
          yield r
        }
        yield p
        """
            .formatted(factor.indent(2).strip()));
  }

  @Test
  void dearResultsAndStateAreStored() {
    assertThat(product("e = exp(t)"))
        .contains("keptE = blank double[to]", "keptP2 = blank double[to]")
        .containsOnlyOnce("exp(");
  }

  @Test
  void slopesUseWhatTheMethodComputes() {
    assertThat(product("s = sin(t)\nc = cos(t)\ne = mul(s, c)"))
        .contains("keptS = ", "keptC = ")
        .containsOnlyOnce("sin(")
        .containsOnlyOnce("cos(");
  }

  @Test
  void cheapArithmeticIsComputedAgain() {
    assertThat(product("u = add(t, one)\ne = mul(u, t)"))
        .contains("keptP2 = ")
        .contains("t#2 = a[%5]", "u#2 = add(t#2, one)", "e#2 = mul(u#2, t#2)")
        .doesNotContain("keptE", "keptU", "keptT");
  }

  @Test
  void whatIsComputedFromStoredValuesIsNotStored() {
    assertThat(product("d = exp(t)\ne = mul(d, t)"))
        .contains("keptD = ", "e#2 = mul(d#2, t#2)")
        .doesNotContain("keptE");
  }

  @Test
  void whatTheMethodStoresForGoodIsReadFromThere() {
    assertThat(
            Reversed.of(
                "double[] a, int n",
                """
                zero = 0
                b = new double[n]
                loop i from zero to n step 1 () {
                  t = a[i]
                  e = exp(t)
                  b[i] = e
                }
                yield b
                """))
        .contains("e#2 = b[%2]")
        .doesNotContain("kept");
  }

  @Test
  void whatIsOverwrittenLaterIsStored() {
    assertThat(
            Reversed.of(
                "double[] a, int n",
                """
                zero = 0
                none = 0.0
                loop i from zero to n step 1 () {
                  t = a[i]
                  e = exp(t)
                  a[i] = e
                }
                loop j from zero to n step 1 () {
                  a[j] = none
                }
                yield a
                """))
        .contains("keptE = ");
  }

  private static String squares(String from, String into) {
    return Reversed.of(
        "double[] a, int n",
        """
        zero = 0
        one = 1
        b = clone a
        loop i from zero to n step 1 () {
          next = add(i, one)
          t = b[%s]
          s = mul(t, t)
          b[%s] = s
        }
        yield b
        """
            .formatted(from, into));
  }

  @Test
  void whatLaterRoundsLeaveAloneIsReadAgain() {
    assertThat(squares("i", "next")).contains("t#2 = b[").doesNotContain("kept");
  }

  @Test
  void whatLaterRoundsOverwriteIsStored() {
    assertThat(squares("next", "i")).contains("keptT = ");
  }

  @Test
  void countersAreComputedFromTheIteration() {
    assertThat(
            Reversed.of(
                "double[] a, double x, int n",
                """
                zero = 0
                two = 2
                y, k = loop i from zero to n step 1 (double p = x, int c = zero) {
                  t = a[c]
                  r = mul(p, t)
                  d = add(c, two)
                  yield r, d
                }
                yield y
                """))
        .contains("keptP = ")
        .doesNotContain("keptC", "new int[", "blank int[");
  }

  private static String stride(String next) {
    return Reversed.of(
        "double[] a, int half, int[] steps",
        """
        zero = 0
        one = 1.0
        two = 2
        to = length(a)
        step = mul(two, half)
        double p = while (double p2 = one, int i = half) {
          more = lt(i, to)
          yield more, p2
        } do {
          t = a[i]
          %s
          r = mul(p2, t)
          yield r, n
        }
        yield p
        """
            .formatted(next.indent(2).strip()));
  }

  @Test
  void anIndexThatGoesInEqualStepsIsComputedFromTheNumberOfTheRound() {
    assertThat(stride("n = add(i, step)")).contains("mul(%", ", step)").doesNotContain("keptI");
    assertThat(stride("s = mul(two, half)\nn = sub(i, s)")).doesNotContain("keptI");
    assertThat(stride("s = shl(half, two)\nn = add(s, i)")).doesNotContain("keptI");
    assertThat(stride("n = add(i, two)")).doesNotContain("keptI");
    assertThat(stride("n = sub(i, two)")).doesNotContain("keptI");
  }

  @Test
  void anIndexIsStoredWhoseStepsDiffer() {
    assertThat(stride("n = add(i, i)")).contains("keptI");
    assertThat(stride("s = steps[i]\nn = add(i, s)")).contains("keptI");
    assertThat(stride("s = mul(i, half)\nn = add(i, s)")).contains("keptI");
    assertThat(stride("n = sub(step, i)")).contains("keptI");
  }
}
