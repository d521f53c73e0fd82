package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** What is computed, read or added to twice. */
class RepetitionsTest {

  @Test
  void computesOnceWhatIsTheSame() {
    becomes(
        "double x, double z, boolean c",
        """
        a = mul(x, z) @1
        b = mul(z, x) @2
        double r = if c {
          d = mul(x, z) @3
          e = exp(x) @3
          f = add(d, e) @3
          yield f
        } else {
          h = exp(x) @4
          yield h
        } @3
        i = exp(x) @5
        s = add(a, b) @5
        t = add(r, i) @5
        yield s, t
        """,
        """
        a = mul(x, z) @1
        double r = if c {
          e = exp(x) @3
          f = add(a, e) @3
          yield f
        } else {
          h = exp(x) @4
          yield h
        } @3
        i = exp(x) @5
        s = add(a, a) @5
        t = add(r, i) @5
        yield s, t
        """);
  }

  @Test
  void readsAgainOnlyWhereSomethingMayHaveBeenWritten() {
    becomes(
        "double[] a, double[] b, int[] k, int i",
        """
        r = a[i] @1
        k[i] = i @2
        s = a[i] @3
        b[i] = s @4
        t = a[i] @5
        u = b[i] @6
        j = k[i] @7
        yield r, s, t, u, j
        """,
        """
        r = a[i] @1
        k[i] = i @2
        b[i] = r @4
        t = a[i] @5
        yield r, r, t, r, i
        """);
  }

  @Test
  void knowsThatANewArrayIsNoOther() {
    becomes(
        "double[] a, int i, double x",
        """
        n = length(a) @1
        b = new double[n] @1
        r = a[i] @1
        b[i] = x
        s = a[i] @1
        t = b[i]
        yield s, t, b
        """,
        """
        n = length(a) @1
        b = new double[n] @1
        r = a[i] @1
        b[i] = x
        yield r, x, b
        """);
  }

  @Test
  void forgetsWhatALoopMayWrite() {
    stays(
        "double[] a, int n",
        """
        zero = 0
        r = a[zero] @1
        loop i from zero to n step 1 () {
          s = a[zero] @2
          t = mul(s, r) @2
          a[i] = t @2
        } @2
        u = a[zero] @3
        yield u
        """);
  }

  @Test
  void assignsWhereZeroWouldBeAddedTo() {
    becomes(
        "double[] x, int n, int j",
        """
        zero = 0
        a = new double[n]
        loop i from zero to n step 1 () {
          old = a[i]
          v = x[i] @1
          new = add(old, v)
          a[i] = new
        }
        r = a[j]
        b = new double[n]
        one = 1
        last = sub(n, one)
        minus = -1
        loop i#2 from last to minus step -1 () {
          before = sub(i#2, one)
          old#2 = b[before]
          v#2 = x[i#2] @1
          new#2 = add(old#2, v#2)
          b[before] = new#2
        }
        s = b[j]
        yield r, s
        """,
        """
        zero = 0
        a = blank double[n]
        loop i from zero to n step 1 () {
          v = x[i] @1
          a[i] = v
        }
        r = a[j]
        b = new double[n]
        one = 1
        last = sub(n, one)
        minus = -1
        loop i#2 from last to minus step -1 () {
          before = sub(i#2, one)
          v#2 = x[i#2] @1
          b[before] = v#2
        }
        s = b[j]
        yield r, s
        """);
  }

  @Test
  void assignsAtEachIndexThatWasNotWrittenYet() {
    becomes(
        "double x, double y, int n, int j",
        """
        a = new double[n]
        first = 0
        a[first] = x
        second = 1
        old = a[second]
        new = add(old, y)
        a[second] = new
        again = a[first]
        sum = add(again, y)
        a[first] = sum
        a[j] = x
        third = 2
        unknown = a[third]
        last = add(unknown, y)
        a[third] = last
        yield a
        """,
        """
        a = new double[n]
        first = 0
        a[first] = x
        second = 1
        a[second] = y
        again = a[first]
        sum = add(again, y)
        a[first] = sum
        a[j] = x
        third = 2
        unknown = a[third]
        last = add(unknown, y)
        a[third] = last
        yield a
        """);
  }

  @Test
  void addsWhereAnotherIterationMayHaveWritten() {
    stays(
        "double[] x, int[] k, int n, int j",
        """
        zero = 0
        a = new double[n]
        loop i from zero to n step 1 () {
          v = x[i] @1
          loop i#2 from zero to n step 1 () {
            old = a[i#2]
            new = add(old, v)
            a[i#2] = new
          }
        }
        b = new double[n]
        loop i#3 from zero to n step 1 () {
          v#2 = x[i#3] @1
          old#2 = b[i#3]
          new#2 = add(old#2, v#2)
          b[i#3] = new#2
          b[zero] = v#2
        }
        r = a[j]
        s = b[j]
        yield r, s
        """);
  }

  @Test
  void addsWhereTheIterationHasWrittenBefore() {
    stays(
        "int n, int j, double x",
        """
        zero = 0
        a = new double[n]
        one = 1
        last = sub(n, one)
        loop i from zero to n step 1 () {
          mirror = sub(last, i)
          a[mirror] = x
          old = a[i]
          new = add(old, x)
          a[i] = new
        }
        r = a[j]
        yield r
        """);
  }
}
