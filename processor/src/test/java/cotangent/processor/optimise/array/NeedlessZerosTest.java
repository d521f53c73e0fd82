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

  private static final String NEST =
      """
      zero = 0
      three = 3
      like = new double[n][three] @1
      a = %s double[n][three][m]
      %s
      loop i from zero to n step 1 () {
        rows = a[i] @2
        others = like[i] @2
        to = length(others) @2
        loop j from zero to to step 1 () {
          loop k from zero to m step 1 () {
            t = x[k] @3
            row = rows[j] @3
            row[%s] = t @3
            %s
          }
        }
      }
      planes = a[p] @4
      found = planes[zero] @4
      r = found[p] @4
      yield r
      """;

  private static String nest(String made, String before, String index, String then) {
    return NEST.formatted(made, before, index, then).replaceAll("\\n +\\n", "\n");
  }

  @Test
  void thoseOfSeveralDimensionsThatANestOfLoopsFills() {
    becomes(
        "double[] x, int n, int m, int p", nest("new", "", "k", ""), nest("blank", "", "k", ""));
  }

  @Test
  void notThoseOfSeveralDimensionsThatAreReadBeforeOrElsewhereInTheNest() {
    stays(
        "double[] x, int n, int m, int p",
        nest("new", "e = a[zero] @5\ng = e[zero] @5\nh = g[zero] @5\nx[zero] = h @5", "k", ""));
    stays(
        "double[] x, int n, int m, int p",
        nest("new", "", "k", "e = a[p] @5\ng = e[j] @5\nh = g[k] @5\nx[k] = h @5"));
  }

  @Test
  void notThoseOfSeveralDimensionsOfWhichElementsAreLeftOut() {
    stays("double[] x, int n, int m, int p", nest("new", "", "p", ""));
    stays("double[] x, int n, int m, int p", nest("new", "", "j", ""));
    stays(
        "double[] x, int n, int m, int p",
        nest("new", "", "k", "").replace("[n][three][m]", "[n][p][m]"));
    stays(
        "double[] x, int n, int m, int p",
        nest("new", "", "k", "").replace("like = new double[n][three]", "like = new double[n][p]"));
  }

  @Test
  void notThoseOfSeveralDimensionsOfWhichRowsAreExchanged() {
    stays(
        "double[] x, int n, int m, int p",
        nest("new", "c = a[zero] @5\nd = c[zero] @5\nc[p] = d @5", "k", ""));
  }

  /** In each round of the loop around, all is written before any is read. */
  @Test
  void thoseOfSeveralDimensionsThatEachRoundFillsAnew() {
    String text =
        """
        zero = 0
        none = 0.0
        a = %s double[n][m]
        s = loop t from zero to n step 1 (double sum = none) {
          loop i from zero to n step 1 () {
            loop k from zero to m step 1 () {
              u = x[k] @3
              row = a[i] @3
              row[k] = u @3
            }
          }
          found = a[t] @4
          r = found[t] @4
          sum2 = add(sum, r) @4
          yield sum2
        }
        %s
        """;
    String within = "yield s\n";
    becomes(
        "double[] x, int n, int m, int p",
        text.formatted("new", within),
        text.formatted("blank", within));
    stays(
        "double[] x, int n, int m, int p",
        text.formatted("new", "last = a[zero] @5\nv = last[zero] @5\nw = add(s, v) @5\nyield w\n"));
  }

  @Test
  void thoseOfWhichTwoLoopsFillTheRows() {
    String text =
        """
        zero = 0
        three = 3
        all = mul(three, n)
        a = %s double[all][m]
        loop i from zero to n step 1 () {
          start = mul(three, i)
          loop j from zero to three step 1 () {
            at = add(start, j)
            row = a[at] @2
            loop k from zero to m step 1 () {
              t = x[k] @3
              row[k] = t @3
            }
          }
        }
        found = a[p] @4
        r = found[p] @4
        yield r
        """;
    becomes("double[] x, int n, int m, int p", text.formatted("new"), text.formatted("blank"));
    stays(
        "double[] x, int n, int m, int p",
        text.formatted("new").replace("loop j from zero to three", "loop j from zero to p"));
    stays(
        "double[] x, int n, int m, int p",
        text.formatted("new").replace("start = mul(three, i)", "start = mul(p, i)"));
  }
}
