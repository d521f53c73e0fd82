package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Laws of arithmetic: those that hold bit for bit, and those of derivatives. */
class AlgebraTest {

  @Test
  void appliesLawsThatHoldForAllNumbers() {
    becomes(
        "double x, int i",
        """
        one = 1.0
        minus = -1.0
        zero = 0.0
        low = -0.0
        a = mul(x, one) @1
        b = div(a, one) @1
        c = sub(b, zero) @1
        d = add(c, low) @1
        e = neg(d) @1
        f = neg(e) @1
        g = mul(minus, f) @1
        h = sub(x, g) @1
        n = 3
        m = 2
        j = add(i, n) @1
        k = sub(j, m) @1
        l = sub(k, i) @1
        least = min(i, i) @1
        most = max(least, i) @1
        yield h, k, l, most
        """,
        """
        h = add(x, x) @1
        %1 = 1
        k = add(i, %1) @1
        yield h, k, %1, i
        """);
  }

  @Test
  void aTestThatIsSettledDecides() {
    becomes(
        "boolean p, boolean q",
        """
        yes = true
        no = false
        a = and(p, yes) @1
        b = or(a, no) @1
        c = and(q, no) @1
        d = or(yes, q) @1
        yield b, c, d
        """,
        """
        yes = true
        no = false
        yield p, no, yes
        """);
  }

  @Test
  void whatVanishesWithItsWeightNeedsNoLook() {
    String winner =
        """
        zero = 0.0
        half = 0.5
        won = gt(x, zero) @1
        lost = gt(zero, x) @1
        shared = mul(half, t)
        rest = select(lost, zero, shared)
        scaled = select(won, t, rest)
        """;
    String weighed =
        """
        one = 1.0
        less = select(lost, zero, half)
        weight = select(won, one, less)
        y = unlessZero(weight, scaled)
        yield y
        """;
    becomes("double x, double t", winner + weighed, winner + "yield scaled\n");
    stays(
        "double x, double t",
        """
        one = 1.0
        half = 0.5
        zero = 0.0
        won = gt(x, zero) @1
        scaled = select(won, t, half)
        weight = select(won, one, zero)
        y = unlessZero(weight, scaled)
        yield y
        """);
  }

  @Test
  void whatIsAddedTwiceInDerivativesIsDoubled() {
    becomes(
        "double x, double t",
        """
        a = add(x, t)
        b = add(a, t)
        yield b
        """,
        """
        %1 = 2.0
        %2 = mul(%1, t)
        b = add(x, %2)
        yield b
        """);
  }

  @Test
  void leavesWhatDiffersForSomeNumber() {
    stays("double x", "zero = 0.0\ny = add(x, zero) @1\nyield y\n");
    stays("double x", "zero = 0.0\ny = mul(x, zero) @1\nyield y\n");
    stays("double x", "y = sub(x, x) @1\nyield y\n");
    stays("double x", "y = eq(x, x) @1\nyield y\n");
    stays("double x, double z", "a = add(x, z) @1\nb = sub(a, z) @1\nyield b\n");
    stays("double x", "two = 2.0\ny = pow(x, two) @1\nyield y\n");
  }

  @Test
  void nothingTimesZeroIsNothingInDerivatives() {
    becomes(
        "double x, double y",
        """
        zero = 0.0
        a = mul(zero, x)
        b = div(a, y)
        c = sub(b, y)
        d = mul(x, zero) @1
        yield c, d
        """,
        """
        zero = 0.0
        c = neg(y)
        d = mul(x, zero) @1
        yield c, d
        """);
  }

  @Test
  void whatIsAddedToItselfInDerivativesIsTwiceAsMuch() {
    becomes("double x", "y = add(x, x)\nyield y\n", "%1 = 2.0\ny = mul(%1, x)\nyield y\n");
    becomes("float x", "y = add(x, x)\nyield y\n", "%1 = 2.0f\ny = mul(%1, x)\nyield y\n");
    stays("int i", "y = add(i, i)\nyield y\n");
  }

  @Test
  void halfOfWhatIsWantedTwiceIsNotTakenInDerivatives() {
    becomes(
        "double x, double y",
        "two = 2.0\na = div(x, two)\nb = mul(a, y)\nc = mul(two, b)\nyield c\n",
        "c = mul(x, y)\nyield c\n");
    becomes(
        "double x",
        "h = 0.5\ntwo = 2.0\na = mul(x, h) @1\ny = mul(two, a)\nyield y\n",
        "yield x\n");
    stays(
        "double x, double y",
        "two = 2.0\na = div(x, two) @1\nb = mul(a, y) @1\nc = mul(two, b) @1\nyield c\n");
  }

  @Test
  void aMinusIsNothingToAComparisonWithZero() {
    becomes(
        "double x",
        "zero = 0.0\na = neg(x) @1\ntest = eq(a, zero) @1\nyield test\n",
        "zero = 0.0\ntest = eq(x, zero) @1\nyield test\n");
    stays("double x", "one = 1.0\na = neg(x) @1\ntest = eq(a, one) @1\nyield test\n");
  }
}
