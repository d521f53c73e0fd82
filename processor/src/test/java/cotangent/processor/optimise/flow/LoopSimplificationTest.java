package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;

import org.junit.jupiter.api.Test;

/** Loops that carry nothing, or do nothing. */
class LoopSimplificationTest {

  @Test
  void dropsCarriedValuesThatNeverChangeOrOnlyWantThemselves() {
    becomes(
        "double x, double z, int n",
        """
        zero = 0
        s, u, v = loop i from zero to n step 1 (double s#2 = x, double u#2 = z, double v#2 = z) {
          s#3 = add(s#2, u#2) @1
          v#3 = mul(v#2, v#2) @1
          yield s#3, u#2, v#3
        } @1
        yield s, u
        """,
        """
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          s#3 = add(s#2, z) @1
          yield s#3
        } @1
        yield s, z
        """);
  }

  @Test
  void takesAwayLoopsWithoutRoundsOrEffect() {
    becomes(
        "double x, int n",
        """
        zero = 0
        one = 1
        s = loop i from one to zero step 1 (double s#2 = x) {
          s#3 = add(s#2, s#2) @1
          yield s#3
        } @1
        t = loop j from zero to n step 1 (double t#2 = x) {
          t#3 = add(t#2, t#2) @1
          yield t#3
        } @1
        yield s
        """,
        "yield x\n");
  }
}
