package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which scratch arrays get one instance for each iteration. */
class ScratchTest {

  private static String summing(String filling) {
    return Reversed.of(
        "double[] a, int n",
        """
        zero = 0
        none = 0.0
        one = 1
        len = length(a)
        s = new double[len]
        sum = loop k from zero to n step 1 (double acc = none) {
          %s
          first = s[zero]
          second = s[one]
          p = mul(first, second)
          acc2 = add(acc, p)
          yield acc2
        }
        yield sum
        """
            .formatted(filling.indent(2).strip()));
  }

  @Test
  void oneThatIsOverwrittenAsAWhole() {
    String reversed =
        summing(
            """
            loop i from zero to len step 1 () {
              t = a[i]
              u = mul(t, t)
              s[i] = u
            }
            """);
    assertThat(reversed.indexOf("s = blank double[len]")).isGreaterThan(reversed.indexOf("loop k"));
    assertThat(reversed).containsOnlyOnce("loop k").doesNotContain("kept");
  }

  @Test
  void notOneOfWhichAnElementStays() {
    String reversed =
        summing(
            """
            loop i from one to len step 1 () {
              t = a[i]
              u = mul(t, t)
              s[i] = u
            }
            """);
    assertThat(reversed.indexOf("s = new double[len]")).isLessThan(reversed.indexOf("loop k"));
  }
}
