package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.Step;
import cotangent.processor.optimise.Optimising;
import org.junit.jupiter.api.Test;

/** Which arrays are taken apart, and what they become. */
class SmallArraysTest {

  private static void keepsItsArray(String parameters, String body) {
    Graph optimised = GraphCheck.check(SmallArrays.in(Optimising.parse(parameters, body)));
    assertThat(optimised.body().steps()).anyMatch(step -> step instanceof Step.NewArray);
  }

  @Test
  void elementsBecomeValues() {
    becomes(
        "double x",
        """
        n = 2
        i = 0
        j = 1
        a = new double[n] @1
        a[i] = x @1
        r = a[i] @2
        s = a[j] @2
        y = sub(r, s) @2
        yield y
        """,
        """
        yield x
        """);
  }

  @Test
  void copiesAndLengthsAreKnown() {
    becomes(
        "double x, double y",
        """
        n = 2
        i = 0
        a = new double[n] @1
        a[i] = x @1
        b = clone a @2
        a[i] = y @3
        r = a[i] @4
        s = b[i] @4
        m = length(b) @4
        yield r, s, m
        """,
        """
        n = 2
        yield y, x, n
        """);
  }

  @Test
  void aCopyOfAnotherArrayIsReadElementByElement() {
    becomes(
        "double x, int i",
        """
        n = 2
        one = 1
        a = new double[n] @1
        a[i] = x @1
        b = clone a @2
        r = b[one] @4
        s = a[i] @4
        yield r, s
        """,
        """
        n = 2
        one = 1
        a = new double[n] @1
        a[i] = x @1
        %1 = a[one]
        yield %1, x
        """);
  }

  @Test
  void branchesHandOutWhatTheyWrote() {
    becomes(
        "double x, boolean c",
        """
        n = 1
        i = 0
        a = new double[n] @1
        a[i] = x @1
        if c {
          y = exp(x) @2
          a[i] = y @2
        } else {
        } @2
        r = a[i] @3
        yield r
        """,
        """
        double a0 = if c {
          y = exp(x) @2
          yield y
        } else {
          yield x
        } @2
        yield a0
        """);
  }

  @Test
  void loopsCarryWhatTheyWrite() {
    becomes(
        "double x, int m",
        """
        n = 2
        zero = 0
        one = 1
        a = new double[n] @1
        a[one] = x @1
        loop i from zero to m step 1 () {
          s = a[zero] @2
          t = a[one] @2
          u = add(s, t) @2
          a[zero] = u @2
        } @2
        r = a[zero] @3
        yield r
        """,
        """
        zero = 0
        %1 = 0.0
        a0 = loop i from zero to m step 1 (double a0#2 = %1) {
          u = add(a0#2, x) @2
          yield u
        } @2
        yield a0
        """);
  }

  @Test
  void generalLoopsLeaveWithWhatTheExitSaw() {
    becomes(
        "double x, double limit",
        """
        n = 1
        i = 0
        a = new double[n] @1
        a[i] = x @1
        while () {
          s = a[i] @2
          t = exp(s) @2
          a[i] = t @2
          more = lt(t, limit) @2
          yield more
        } do {
          u = a[i] @3
          v = sin(u) @3
          a[i] = v @3
        } @2
        r = a[i] @4
        yield r
        """,
        """
        double a0 = while (double a0#2 = x) {
          t = exp(a0#2) @2
          more = lt(t, limit) @2
          yield more, t
        } do {
          v = sin(t) @3
          yield v
        } @2
        yield a0
        """);
  }

  @Test
  void whatOthersKnowStaysAnArray() {
    String made = "n = 2\ni = 0\na = new double[n] @1\na[i] = x @1\n";
    keepsItsArray("double x", made + "yield a\n");
    keepsItsArray("double x, int j", made + "r = a[j] @2\nyield r\n");
    keepsItsArray("double x", made + "r = a[n] @2\nyield r\n");
    keepsItsArray("double x, double[][] rows", made + "rows[i] = a @2\nyield x\n");
    keepsItsArray(
        "double x, double[] b, boolean c",
        made + "double[] d = if c {\n  yield a\n} else {\n  yield b\n} @2\nr = d[i] @3\nyield r\n");
  }

  @Test
  void longArraysStay() {
    keepsItsArray("double x", "n = 9\ni = 0\na = new double[n] @1\na[i] = x @1\nyield x\n");
  }
}
