package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** What nobody wants. */
class DeadCodeTest {

  @Test
  void keepsWhatTheUsersCodeMayThrow() {
    stays("int a, int b, double[] x", "q = div(a, b) @1\nr = x[a] @2\nyield a\n");
    becomes("int a, int b, double[] x", "q = div(a, b)\nr = x[a]\nyield a\n", "yield a\n");
    stays("int n", "a = new double[n] @1\nyield n\n");
    becomes("double[] x, int i", "n = length(x)\na = new double[n] @1\nyield i\n", "yield i\n");
  }

  @Test
  void dropsArraysThatNobodyReads() {
    becomes(
        "double x, int n, int i",
        """
        a = new double[n]
        b = new double[n]
        a[i] = x
        b[i] = x
        s = b[n]
        yield s
        """,
        """
        b = new double[n]
        b[i] = x
        s = b[n]
        yield s
        """);
  }

  @Test
  void keepsWritesThatComeAfterAReadOfTheSamePlace() {
    stays(
        "double x, int n, int i",
        """
        a = new double[n]
        r = a[i] @1
        a[i] = x
        s = a[n]
        yield r, s
        """);
  }
}
