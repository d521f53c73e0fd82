package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Arrays that needn't be cleared. */
class NeedlessZerosTest {
  private static final String FILLED =
      """
      zero = 0
      a = %s double[n]
      loop i from %s to n step 1 () {
        t = x[i] @1
        a[i] = t @1
      }
      double y = call STATIC_METHOD "p.A" "sum"(zero) @2
      r = a[k] @3
      yield r, y
      """;

  @Test
  void thoseOfWhichEveryElementIsWrittenFirst() {
    becomes(
        "double[] x, int n, int k",
        FILLED.formatted("new", "zero"),
        FILLED.formatted("blank", "zero"));
  }

  @Test
  void notThoseOfWhichOneIsLeftOut() {
    stays("double[] x, int n, int k", FILLED.formatted("new", "k"));
  }
}
