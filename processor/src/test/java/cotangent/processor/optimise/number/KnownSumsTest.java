package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Sums of multiples of what has been added up before. */
class KnownSumsTest {
  private static final String FORWARD =
      """
      zero = 0
      start = 0.0
      one = 1.0
      n = length(x)
      kept = blank double[n]
      sum = loop i from zero to n step 1 (double s = start) {
        r = x[i]
        e = exp(r)
        kept[i] = e
        s2 = add(s, e) @1
        yield s2
      }
      t = div(one, sum)
      """;

  @Test
  void areTakenFromThere() {
    becomes(
        "double[] x, double[] dx",
        FORWARD
            + """
            shift = loop j from zero to n step 1 (double d = one) {
              e3 = kept[j]
              m = mul(t, e3)
              d2 = sub(d, m)
              old = dx[j]
              new = add(old, m)
              dx[j] = new
              yield d2
            }
            yield sum, shift
            """,
        FORWARD
            + """
            %1 = eq(t, start)
            %2 = mul(t, sum)
            %3 = select(%1, start, %2)
            shift = sub(one, %3)
            loop j from zero to n step 1 () {
              e3 = kept[j]
              m = mul(t, e3)
              old = dx[j]
              new = add(old, m)
              dx[j] = new
            }
            yield sum, shift
            """);
  }

  @Test
  void areAddedAgainWhereTheUserDoes() {
    stays(
        "double[] x, double[] dx",
        FORWARD
            + """
            shift = loop j from zero to n step 1 (double d = one) {
              e3 = kept[j]
              m = mul(t, e3)
              d2 = sub(d, m) @2
              dx[j] = m
              yield d2
            } @2
            yield sum, shift
            """);
  }

  @Test
  void areAddedAgainWhereTheyAreOthers() {
    stays( // of all but the first
        "double[] x, double[] dx",
        FORWARD
            + """
            second = 1
            shift = loop j from second to n step 1 (double d = one) {
              e3 = kept[j]
              d2 = sub(d, e3)
              yield d2
            }
            yield sum, shift, t
            """);
    stays( // written once more in between
        "double[] x, double[] dx",
        FORWARD
            + """
            kept[zero] = t
            shift = loop j from zero to n step 1 (double d = one) {
              e3 = kept[j]
              d2 = sub(d, e3)
              yield d2
            }
            yield sum, shift
            """);
    stays( // a factor that differs
        "double[] x, double[] dx",
        FORWARD
            + """
            shift = loop j from zero to n step 1 (double d = one) {
              e3 = kept[j]
              f = dx[j]
              m = mul(f, e3)
              d2 = sub(d, m)
              yield d2
            }
            yield sum, shift, t
            """);
    stays( // each partial sum is wanted
        "double[] x, double[] dx",
        FORWARD
            + """
            shift = loop j from zero to n step 1 (double d = one) {
              e3 = kept[j]
              d2 = sub(d, e3)
              dx[j] = d2
              yield d2
            }
            yield sum, shift, t
            """);
  }
}
