package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** What kernels add to an array. */
class InPlaceSumsTest {
  private static final String ADDED =
      """
      zero = 0
      double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "times"(a, m, n, x)
      loop i from zero to %s step 1 () {
        old = s[i]
        each = t[i]
        sum = add(old, each)
        s[i] = sum
      }
      yield m
      """;

  @Test
  void isAddedByTheKernelItself() {
    becomes(
        "double[] a, int m, int n, double[] x, double[] s",
        ADDED.formatted("m"),
        """
        call STATIC_METHOD "cotangent.tensor.Kernels" "addTimes"(a, m, n, x, s)
        yield m
        """);
  }

  /** What a derivative is added to is another array than the arguments, and than other ones. */
  @Test
  void alsoWhereADerivativeIsAddedToAnotherArrayInBetween() {
    becomes(
        "double[] a, int m, int n, double[] x, double[] s, double[] o, int k",
        ADDED.formatted("m").replace("loop", "first = x[k]\no[k] = first\nloop"),
        """
        first = x[k]
        o[k] = first
        call STATIC_METHOD "cotangent.tensor.Kernels" "addTimes"(a, m, n, x, s)
        yield m
        """);
  }

  @Test
  void notWhereAPartIsAdded() {
    stays("double[] a, int m, int n, double[] x, double[] s", ADDED.formatted("n"));
  }

  @Test
  void notWhereItIsReadOnceMore() {
    stays(
        "double[] a, int m, int n, double[] x, double[] s, int k",
        ADDED.formatted("m").replace("yield m", "last = t[k]\nyield last"));
  }

  @Test
  void notWhereTheKernelReadsWhatItWouldAddTo() {
    stays(
        "double[] a, int n, double[] x",
        ADDED
            .formatted("n")
            .replace("zero = 0", "zero = 0\ns = clone x")
            .replace("(a, m, n, x)", "(a, n, n, s)")
            .replace("yield m", "last = s[zero]\nyield last"));
  }
}
