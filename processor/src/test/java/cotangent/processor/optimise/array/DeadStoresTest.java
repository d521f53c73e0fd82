package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Writes that nobody reads. */
class DeadStoresTest {

  @Test
  void writesWhatTheNextRoundOfAGeneralLoopReads() {
    stays(
        "double x, int j",
        """
        n = 3
        a = new double[n]
        double last = while () {
          r = a[j]
          more = lt(r, x)
          yield more, r
        } do {
          a[j] = x
        }
        yield last
        """);
  }

  @Test
  void leavesOutWritesThatNobodyReads() {
    becomes(
        "double[] x, int n",
        """
        zero = 0
        none = 0.0
        loop k from zero to n step 1 () {
          a = new double[n]
          loop i from zero to n step 1 () {
            v = x[i] @1
            a[i] = v
          }
          loop i#2 from zero to n step 1 () {
            w = a[i#2]
            a[i#2] = none
            x[k] = w
          }
        }
        """,
        """
        zero = 0
        a = blank double[n]
        loop k from zero to n step 1 () {
          loop i from zero to n step 1 () {
            v = x[i] @1
            a[i] = v
          }
          loop i#2 from zero to n step 1 () {
            w = a[i#2]
            x[k] = w
          }
        }
        """);
  }

  @Test
  void writesWhatAnotherIterationReads() {
    stays(
        "double[] x, int n",
        """
        zero = 0
        one = 1
        none = 0.0
        a = new double[n]
        loop k from zero to n step 1 () {
          loop i from zero to n step 1 () {
            w = a[i]
            x[k] = w
            a[i] = none
          }
          v = x[k] @1
          a[one] = v
        }
        """);
  }
}
