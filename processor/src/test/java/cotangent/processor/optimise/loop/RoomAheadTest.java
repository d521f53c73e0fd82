package cotangent.processor.optimise.loop;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Arrays that are made longer where they are full, in loops that say how full they get. */
class RoomAheadTest {
  private static final String PARAMETERS = "double[] x, int k, boolean b";

  /** Adds elements to an array, one after the other; returns one of them. */
  private static String adding(String first, String rest) {
    return """
        zero = 0
        one = 1
        two = 2
        ten = 10
        n = length(x)
        a = blank double[ten]%s
        double[] r, int s = loop i from zero to n step 1 (double[] a2 = a, int c = zero) {
          length = length(a2)
          full = eq(c, length)
          double[] a3 = if full {
            more = mul(length, two)
            a4 = blank double[more]
            copy a2[zero] to a4[zero] length length
            yield a4
          } else {
            yield a2
          }
          v = x[i]
          a3[c] = v
          next = add(c, one)
        %s
        }
        last = r[k]
        yield last
        """
        .formatted(first, rest.indent(2).stripTrailing());
  }

  @Test
  void areMadeAsLongAtOnce() {
    becomes(
        PARAMETERS,
        adding("", "yield a3, next"),
        """
        zero = 0
        one = 1
        n = length(x)
        a = blank double[n]
        s = loop i from zero to n step 1 (int c = zero) {
          v = x[i]
          a[c] = v
          next = add(c, one)
          yield next
        }
        last = a[k]
        yield last
        """);
  }

  @Test
  void stayWhereTheUserMadeThem() {
    stays(PARAMETERS, adding(" @1", "yield a3, next"));
  }

  @Test
  void stayWhereSomethingIsInThem() {
    stays(PARAMETERS, adding("\nhalf = 0.5\na[one] = half", "yield a3, next"));
  }

  @Test
  void stayWhereRoundsMayAddNothing() {
    stays(
        PARAMETERS,
        adding(
            "",
            """
            int more2 = if b {
              yield next
            } else {
              yield c
            }
            yield a3, more2
            """));
  }

  @Test
  void stayWhereTheyAreFullEarlier() {
    stays(PARAMETERS, adding("", "yield a3, next").replace("eq(c, length)", "eq(i, length)"));
  }
}
