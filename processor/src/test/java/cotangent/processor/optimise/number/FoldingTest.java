package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Operations on constants. */
class FoldingTest {

  @Test
  void foldsConstantsExactly() {
    becomes(
        "double x",
        """
        a = 0.1
        b = 0.2
        c = add(a, b)
        one = 1
        two = 2
        n = shl(one, two)
        d = double(n)
        e = mul(c, d)
        y = mul(x, e)
        yield y, n
        """,
        """
        n = 4
        e = 1.2000000000000002
        y = mul(x, e)
        yield y, n
        """);
  }

  @Test
  void leavesToRunTimeWhatMayDifferThereOrThrow() {
    stays("", "x = 0.5\ny = sin(x) @3\nyield y\n");
    becomes("", "x = 0.5\ny = StrictMath.sin(x) @3\nyield y\n", "y = 0.479425538604203\nyield y\n");
    stays("", "zero = 0\none = 1\ny = div(one, zero) @3\nyield y\n");
    stays("", "s = \"a\"\nt = \"b\"\nsame = eq(s, t) @1\nyield same\n");
  }
}
