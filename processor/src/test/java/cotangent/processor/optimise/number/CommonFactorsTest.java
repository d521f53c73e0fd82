package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** What both terms of a sum are multiplied by. */
class CommonFactorsTest {

  @Test
  void areMultipliedByOnceInDerivatives() {
    becomes(
        "double x, double y",
        "two = 2.0\na = mul(two, x)\nb = mul(y, two)\nc = add(a, b)\nyield c\n",
        "two = 2.0\n%1 = add(x, y)\nc = mul(two, %1)\nyield c\n");
    becomes(
        "float x, float y",
        "four = 4.0f\na = mul(four, x)\nb = mul(four, y)\nc = sub(a, b)\nyield c\n",
        "four = 4.0f\n%1 = sub(x, y)\nc = mul(four, %1)\nyield c\n");
  }

  @Test
  void keepTheSignOfEachTerm() {
    becomes(
        "double x, double y",
        "two = 2.0\na = mul(two, x)\nm = neg(a)\nb = mul(two, y)\nc = sub(m, b)\nyield c\n",
        "two = 2.0\n%1 = add(x, y)\n%2 = mul(two, %1)\nc = neg(%2)\nyield c\n");
    becomes(
        "double x, double y",
        "two = 2.0\nn = -2.0\na = mul(n, x)\nb = mul(two, y)\nc = add(a, b)\nyield c\n",
        "two = 2.0\n%1 = sub(y, x)\nc = mul(two, %1)\nyield c\n");
    becomes(
        "double x, double y",
        "n = -2.0\na = mul(n, x)\nb = mul(n, y)\nc = sub(a, b)\nyield c\n",
        "%1 = sub(y, x)\n%2 = 2.0\nc = mul(%2, %1)\nyield c\n");
    becomes(
        "double x, double y",
        "two = 2.0\nn = -2.0\na = mul(two, x)\nb = mul(n, y)\nc = sub(a, b)\nyield c\n",
        "two = 2.0\n%1 = add(x, y)\nc = mul(two, %1)\nyield c\n");
  }

  @Test
  void gatherMoreThanTwoTerms() {
    becomes(
        "double x, double y, double z",
        """
        two = 2.0
        a = mul(two, x)
        b = mul(two, y)
        c = mul(two, z)
        d = add(a, b)
        e = sub(d, c)
        yield e
        """,
        """
        two = 2.0
        %1 = add(x, y)
        %2 = sub(%1, z)
        e = mul(two, %2)
        yield e
        """);
  }

  @Test
  void stayWhereTheUserWroteTheSum() {
    stays(
        "double x, double y",
        "two = 2.0\na = mul(two, x)\nb = mul(two, y)\nc = add(a, b) @1\nyield c\n");
  }

  @Test
  void stayWhereAProductIsUsedAnyway() {
    stays(
        "double x, double y",
        "two = 2.0\na = mul(two, x)\nb = mul(two, y)\nc = add(a, b)\nyield a, c\n");
  }

  @Test
  void stayWhereTheResultCouldDiffer() {
    stays(
        "double x, double y",
        "three = 3.0\na = mul(three, x)\nb = mul(three, y)\nc = add(a, b)\nyield c\n");
    stays(
        "double x, double y",
        "half = 0.5\na = mul(half, x)\nb = mul(half, y)\nc = add(a, b)\nyield c\n");
    stays(
        "double x, double y",
        "two = 2.0\nfour = 4.0\na = mul(two, x)\nb = mul(four, y)\nc = add(a, b)\nyield c\n");
    stays("int i, int j", "two = 2\na = mul(two, i)\nb = mul(two, j)\nc = add(a, b)\nyield c\n");
  }
}
