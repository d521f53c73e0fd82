package cotangent.processor.optimise.loop;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Loops of which one reads what the other has written. */
class TensorChainsTest {
  private static final String CHAIN =
      """
      zero = 0
      n = length(x)
      t = new double[n]
      loop i from zero to n step 1 () {
        a = x[i]
        b = sin(a)
        t[i] = b
      }
      loop j from zero to n step 1 () {
        c = t[%s]
        d = cos(c)
        y[j] = d
      }
      yield n
      """;

  @Test
  void becomeOneAndNeedNoArrayBetween() {
    becomes(
        "double[] x, double[] y",
        CHAIN.formatted("j"),
        """
        zero = 0
        n = length(x)
        loop i from zero to n step 1 () {
          a = x[i]
          b = sin(a)
          d = cos(b)
          y[i] = d
        }
        yield n
        """);
  }

  @Test
  void stayWhereAnotherElementIsRead() {
    stays("double[] x, double[] y, int k", CHAIN.formatted("k").replace("new", "blank"));
  }

  @Test
  void stayWhereTheFirstMayReadWhatTheSecondWrites() {
    stays(
        "double[] x, double[] y, int k",
        CHAIN.formatted("j").replace("x[i]", "x[k]").replace("new", "blank"));
  }

  @Test
  void stayWhereTheUserWroteThem() {
    stays(
        "double[] x, double[] y",
        """
        zero = 0
        n = length(x)
        t = new double[n] @1
        loop i from zero to n step 1 () {
          a = x[i] @2
          b = sin(a) @2
          t[i] = b @2
        } @2
        loop j from zero to n step 1 () {
          c = t[j] @3
          d = cos(c) @3
          y[j] = d @3
        } @3
        yield n
        """);
  }

  @Test
  void becomeOneWhereTheFirstGoesThroughRows() {
    becomes(
        "double[] x, double[] v, int m, int n, int p",
        """
        zero = 0
        all = mul(m, n)
        t = new double[all]
        y = blank double[all]
        loop i from zero to m step 1 () {
          loop j from zero to n step 1 () {
            r = mul(i, n)
            k = add(r, j)
            a = x[k]
            b = v[j]
            c = add(a, b)
            t[k] = c
          }
        }
        loop l from zero to all step 1 () {
          d = t[l]
          e = sin(d)
          y[l] = e
        }
        last = y[p]
        yield last
        """,
        """
        zero = 0
        all = mul(m, n)
        t = blank double[all]
        loop i from zero to m step 1 () {
          loop j from zero to n step 1 () {
            r = mul(i, n)
            k = add(r, j)
            a = x[k]
            b = v[j]
            c = add(a, b)
            e = sin(c)
            t[k] = e
          }
        }
        last = t[p]
        yield last
        """);
  }
}
