package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Loops that only add multiples of a number that may be zero. */
class IdleLoopsTest {

  @Test
  void passesOverLoopsThatAddMultiplesOfZero() {
    becomes(
        "double[] x, double[] dx, double t, double y, int n",
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        z = mul(slope, y)
        zero = 0
        loop i from zero to n step 1 () {
          v = x[i] @1
          old = dx[i]
          p = mul(z, v)
          new = sub(old, p)
          dx[i] = new
        }
        """,
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        z = mul(slope, y)
        zero = 0
        %1 = ne(slope, none)
        if %1 {
          loop i from zero to n step 1 () {
            v = x[i] @1
            old = dx[i]
            p = mul(z, v)
            new = sub(old, p)
            dx[i] = new
          }
        } else {
        }
        """);
  }

  @Test
  void runsLoopsThatDoMoreThanAddMultiplesOfZero() {
    stays(
        "double[] x, double[] dx, double t, double y, int n",
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        zero = 0
        loop i from zero to n step 1 () {
          v = x[i] @1
          old = dx[i]
          p = mul(slope, v)
          q = add(p, y)
          new = sub(old, q)
          dx[i] = new
        }
        loop i#2 from zero to n step 1 () {
          v#2 = x[i#2] @1
          p#2 = mul(slope, v#2)
          dx[i#2] = p#2
        }
        """);
  }
}
