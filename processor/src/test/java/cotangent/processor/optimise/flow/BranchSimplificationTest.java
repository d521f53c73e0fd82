package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;

import org.junit.jupiter.api.Test;

/** Branches whose condition, or some result, is known. */
class BranchSimplificationTest {

  @Test
  void takesTheArmThatIsKnown() {
    becomes(
        "double x, boolean c",
        """
        yes = true
        double r = if yes {
          a = exp(x) @1
          yield a
        } else {
          yield x
        } @1
        double s = if c {
          double t = if c {
            b = mul(r, x) @2
            yield b
          } else {
            yield x
          } @2
          yield t
        } else {
          d = select(c, x, r)
          yield d
        } @2
        yield s
        """,
        """
        a = exp(x) @1
        double s = if c {
          b = mul(a, x) @2
          yield b
        } else {
          yield a
        } @2
        yield s
        """);
  }

  @Test
  void knowsBehindAnExceptionThatThereWasNone() {
    becomes(
        "double x, boolean c, RuntimeException e",
        """
        if c {
          throw e @1
        } else {
        } @1
        a = exp(x) @2
        if c {
          throw e @3
        } else {
        } @3
        yield a
        """,
        """
        if c {
          throw e @1
        } else {
        } @1
        a = exp(x) @2
        yield a
        """);
  }

  @Test
  void findsResultsThatDontDependOnTheArm() {
    becomes(
        "double x, boolean c, double[] a, int i",
        """
        double p, boolean q, double r, boolean s = if c {
          yes = true
          one = 1.0
          a[i] = x @1
          yield x, yes, one, yes
        } else {
          no = false
          one#2 = 1.0
          yes#2 = true
          yield x, no, one#2, yes#2
        } @1
        yield p, q, r, s
        """,
        """
        %1 = 1.0
        %2 = true
        if c {
          a[i] = x @1
        } else {
        } @1
        yield x, c, %1, %2
        """);
  }

  @Test
  void findsResultsThatAreAnotherAsWell() {
    becomes(
        "double x, boolean c",
        """
        double r, double s = if c {
          a = exp(x) @1
          yield a, a
        } else {
          b = sin(x) @1
          yield b, b
        } @1
        y = mul(r, s) @2
        yield y
        """,
        """
        double r = if c {
          a = exp(x) @1
          yield a
        } else {
          b = sin(x) @1
          yield b
        } @1
        y = mul(r, r) @2
        yield y
        """);
  }
}
