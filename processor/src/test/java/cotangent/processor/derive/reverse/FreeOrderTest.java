package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which order the iterations are gone through in the backward half. */
class FreeOrderTest {

  private static String loop(String body) {
    return Reversed.of(
        "double[] a, int n",
        """
        from = 1
        one = 1
        b = new double[n]
        loop i from from to n step 1 () {
          j = sub(i, one)
          %s
        }
        yield b
        """
            .formatted(body.indent(2).strip()));
  }

  @Test
  void elementsByThemselvesAreFree() {
    assertThat(loop("t = a[i]\ne = exp(t)\nb[i] = e")).doesNotContain("step -1");
  }

  @Test
  void readingOthersOfAnotherArrayIsFree() {
    assertThat(loop("t = a[j]\ne = exp(t)\nb[i] = e")).doesNotContain("step -1");
  }

  @Test
  void whatReadsWhatAnotherIterationWroteGoesBackwards() {
    assertThat(loop("t = b[j]\nu = a[i]\ne = mul(t, u)\nb[i] = e")).contains("step -1");
  }

  @Test
  void whatOnlyAddsIsFreeWhereverItAdds() {
    assertThat(loop("t = b[j]\nu = a[i]\ne = exp(u)\ns = add(t, e)\nb[j] = s"))
        .doesNotContain("step -1");
    assertThat(loop("t = b[j]\nu = a[i]\ne = exp(u)\ns = sub(t, e)\nr = add(e, s)\nb[j] = r"))
        .doesNotContain("step -1");
  }

  @Test
  void whatIsReadOtherwiseToo() {
    assertThat(loop("t = b[j]\nu = a[i]\nv = b[i]\ne = mul(u, v)\ns = add(t, e)\nb[j] = s"))
        .contains("step -1");
    assertThat(loop("t = b[j]\nu = a[i]\ne = mul(u, t)\ns = add(t, e)\nb[j] = s"))
        .contains("step -1");
    assertThat(loop("t = b[j]\nu = a[i]\ns = sub(u, t)\nb[j] = s")).contains("step -1");
  }

  @Test
  void noSumIsTakenOverAnother() {
    assertThat(
            loop("t = b[j]\nu = a[i]\nr = b[i]\nq = add(r, u)\nb[i] = q\ns = add(t, u)\nb[j] = s"))
        .contains("step -1");
  }

  private static String carrying(String body) {
    return Reversed.of(
        "double x, double y, int n",
        """
        zero = 0
        v, r = loop i from zero to n step 1 (double p = x, double q = y) {
          %s
        }
        yield r
        """
            .formatted(body.indent(2).strip()));
  }

  @Test
  void sumsByThemselvesAreFree() {
    assertThat(carrying("e = exp(y)\ns = add(p, e)\nt = add(q, e)\nyield s, t"))
        .doesNotContain("step -1");
  }

  @Test
  void aSumThatGoesIntoAnotherIsNot() {
    assertThat(carrying("s = add(p, q)\nyield s, s")).contains("step -1");
    assertThat(carrying("s = add(p, y)\nt = add(q, s)\nyield s, t")).contains("step -1");
  }
}
