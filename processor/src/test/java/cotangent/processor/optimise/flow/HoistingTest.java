package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** What is the same in each round. */
class HoistingTest {

  @Test
  void hoistsWhatIsDearAndWhatDerivativesCompute() {
    becomes(
        "double x, double z, int n",
        """
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          half = 0.5
          h = mul(half, z) @1
          e = exp(h) @1
          cheap = add(x, z) @1
          made = mul(x, z)
          p = add(s#2, e) @1
          q = mul(p, cheap) @1
          r = add(q, made) @1
          yield r
        } @1
        yield s
        """,
        """
        zero = 0
        half = 0.5
        h = mul(half, z) @1
        e = exp(h) @1
        made = mul(x, z)
        s = loop i from zero to n step 1 (double s#2 = x) {
          cheap = add(x, z) @1
          p = add(s#2, e) @1
          q = mul(p, cheap) @1
          r = add(q, made) @1
          yield r
        } @1
        yield s
        """);
  }

  @Test
  void hoistsNothingThatMayThrow() {
    stays(
        "int a, int b, int n",
        """
        zero = 0
        s = loop i from zero to n step 1 (int s#2 = zero) {
          q = div(a, b)
          s#3 = add(s#2, q) @1
          yield s#3
        } @1
        yield s
        """);
  }
}
