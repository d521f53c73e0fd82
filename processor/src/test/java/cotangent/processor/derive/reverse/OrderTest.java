package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which order the iterations are gone through in the backward half. */
class OrderTest {

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
}
