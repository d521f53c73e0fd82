package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;

import org.junit.jupiter.api.Test;

/** Sizes of arrays that are compared, and that are known from where the arrays are made. */
class MadeLengthsTest {

  @Test
  void areComparedInPlaceOfTheArray() {
    becomes(
        "double[] x, double t",
        """
        two = 2
        a = new double[two]
        zero = 0
        a[zero] = t
        given = "tx"
        like = "x"
        call STATIC_METHOD "cotangent.Sizes" "requireSame"(given, a, like, x)
        y = x[zero] @1
        z = a[zero]
        p = mul(y, z)
        yield p
        """,
        """
        two = 2
        zero = 0
        given = "tx"
        like = "x"
        call STATIC_METHOD "cotangent.Sizes" "requireSame"(given, two, like, x)
        y = x[zero] @1
        p = mul(y, t)
        yield p
        """);
  }

  @Test
  void areNotComparedWhereTheyAreOne() {
    becomes(
        "int n, int i, double t",
        """
        a = new double[n] @1
        b = new double[n] @2
        given = "ta"
        like = "a"
        call STATIC_METHOD "cotangent.Sizes" "requireSame"(given, b, like, a)
        a[i] = t @3
        y = a[i] @4
        yield y
        """,
        """
        a = new double[n] @1
        b = new double[n] @2
        a[i] = t @3
        yield t
        """);
  }
}
