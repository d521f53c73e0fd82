package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Tests whose answer is known from what ran before. */
class SettledTestsTest {

  @Test
  void knowsThatAnArrayThatWasReadIsThere() {
    becomes(
        "double[] a, int i",
        """
        x = a[i] @1
        none = (double[]) null
        gone = eq(a, none) @2
        double r = if gone {
          one = 1.0
          yield one
        } else {
          yield x
        } @2
        yield r
        """,
        """
        x = a[i] @1
        yield x
        """);
  }

  @Test
  void knowsNothingFromAnArmThatMayNotHaveRun() {
    stays(
        "double[] a, double v, int i, boolean c",
        """
        if c {
          a[i] = v @1
        } else {
        } @1
        %1 = (double[]) null
        gone = eq(a, %1) @2
        double r = if gone {
          yield v
        } else {
          y = a[i] @3
          yield y
        } @2
        yield r
        """);
  }

  @Test
  void knowsWhereTheIndexOfALoopLies() {
    becomes(
        "double[] a, double x",
        """
        n = length(a) @1
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          below = lt(i, zero) @2
          m = length(a) @2
          beyond = ge(i, m) @2
          outside = or(below, beyond) @2
          double t = if outside {
            yield s#2
          } else {
            y = a[i] @3
            u = add(s#2, y) @3
            yield u
          } @2
          yield t
        } @1
        yield s
        """,
        """
        n = length(a) @1
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          y = a[i] @3
          u = add(s#2, y) @3
          yield u
        } @1
        yield s
        """);
  }

  @Test
  void passesOverTheCheckOfAnIndexThatIsInside() {
    becomes(
        "double[] a, int n",
        """
        sum = 0.0
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = sum) {
          int j = call STATIC_METHOD "java.util.Objects" "checkIndex"(i, n) @1
          x = a[j] @1
          t = add(s#2, x) @2
          yield t
        } @1
        yield s
        """,
        """
        sum = 0.0
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = sum) {
          x = a[i] @1
          t = add(s#2, x) @2
          yield t
        } @1
        yield s
        """);
  }

  @Test
  void checksAnIndexThatMayBeOutsideOnce() {
    becomes(
        "double[] a, int n, int m",
        """
        sum = 0.0
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = sum) {
          call STATIC_METHOD "java.util.Objects" "checkIndex"(i, m) @1
          x = a[i] @1
          call STATIC_METHOD "java.util.Objects" "checkIndex"(i, m) @2
          t = add(s#2, x) @2
          yield t
        } @1
        yield s
        """,
        """
        sum = 0.0
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = sum) {
          call STATIC_METHOD "java.util.Objects" "checkIndex"(i, m) @1
          x = a[i] @1
          t = add(s#2, x) @2
          yield t
        } @1
        yield s
        """);
  }

  @Test
  void doesNotKnowWhereALoopOfLongerStepsGoes() {
    stays(
        "double[] a, double x",
        """
        n = length(a) @1
        zero = 0
        s = loop i from zero to n step 2 (double s#2 = x) {
          below = lt(i, zero) @2
          beyond = ge(i, n) @2
          outside = or(below, beyond) @2
          double t = if outside {
            yield s#2
          } else {
            y = a[i] @3
            u = add(s#2, y) @3
            yield u
          } @2
          yield t
        } @1
        yield s
        """);
  }
}
