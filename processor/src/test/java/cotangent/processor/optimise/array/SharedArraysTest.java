package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Arrays in the place of others that nobody reads any more. */
class SharedArraysTest {
  private static final String TANH =
      """
      zero = 0
      double[] times = call STATIC_METHOD "cotangent.tensor.Kernels" "times"(a, m, n, x) @1
      h = new double[m] @2
      loop i from zero to m step 1 () {
        each = times[i]
        tanh = tanh(each)
        h[i] = tanh
      }
      double s = call STATIC_METHOD "cotangent.tensor.Kernels" "sum"(%s) @3
      double r = call STATIC_METHOD "cotangent.tensor.Kernels" "dot"(h, h) @3
      yield s, r
      """;

  @Test
  void areWrittenOver() {
    becomes(
        "double[] a, int m, int n, double[] x",
        TANH.formatted("h"),
        """
        zero = 0
        double[] h = call STATIC_METHOD "cotangent.tensor.Kernels" "times"(a, m, n, x) @1
        loop i from zero to m step 1 () {
          each = h[i]
          tanh = tanh(each)
          h[i] = tanh
        }
        double s = call STATIC_METHOD "cotangent.tensor.Kernels" "sum"(h) @3
        double r = call STATIC_METHOD "cotangent.tensor.Kernels" "dot"(h, h) @3
        yield s, r
        """);
  }

  @Test
  void stayWhereTheyAreReadLaterOn() {
    stays("double[] a, int m, int n, double[] x", TANH.formatted("times"));
  }
}
