package cotangent.processor.optimise.loop;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Loops that run as one. */
class FusedLoopsTest {

  @Test
  void anArrayBetweenTwoLoopsIsNumbers() {
    becomes(
        "double[] x, double z",
        """
        n = length(x) @1
        zero = 0
        p = new double[n] @1
        loop i from zero to n step 1 () {
          r = x[i] @2
          s = mul(r, z) @2
          p[i] = s @2
        } @2
        loop j from zero to n step 1 () {
          t = p[j] @3
          u = exp(t) @3
          x[j] = u @3
        } @3
        yield x
        """,
        """
        n = length(x) @1
        zero = 0
        loop i from zero to n step 1 () {
          r = x[i] @2
          s = mul(r, z) @2
          u = exp(s) @3
          x[i] = u @3
        } @2
        yield x
        """);
  }

  @Test
  void notWhereAnElementOfARoundToComeIsNeeded() {
    stays("double[] x, double z", twoLoops("k = sub(n, j) @3", "p[k]"));
  }

  @Test
  void notWhereTheSecondLoopMayThrowWhenTheFirstHasWritten() {
    stays(
        "double[] x, double[] y, int n",
        """
        zero = 0
        p = blank double[n]
        loop i from zero to n step 1 () {
          r = y[i] @2
          p[i] = r
          x[i] = r @2
        } @2
        loop j from zero to n step 1 () {
          t = p[j]
          y[j] = t @3
        } @3
        yield x
        """);
  }

  private static String twoLoops(String index, String element) {
    return """
        n = length(x) @1
        zero = 0
        p = new double[n] @1
        loop i from zero to n step 1 () {
          r = x[i] @2
          s = mul(r, z) @2
          p[i] = s @2
        } @2
        loop j from zero to n step 1 () {
          %s
          t = %s @3
          x[j] = t @3
        } @3
        yield x
        """
        .formatted(index, element);
  }
}
