package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which recursive functions do without a tape. */
class ReverseFunctionsTest {

  private static String power(String rest) {
    return Reversed.of(
        "double x, int n",
        """
        double y = call power(x, n)
        yield y
        """,
        """
        function power(double x, int n) {
          zero = 0
          ends = eq(n, zero)
          double p = if ends {
            one = 1.0
            yield one
          } else {
            less = 1
            n#2 = sub(n, less)
            double rest = call power(x, n#2)
            %s
            yield r
          }
          yield p
        }
        """
            .formatted(rest));
  }

  @Test
  void thoseWhoseCallsAreScaledBeforehandDo() {
    assertThat(power("r = mul(x, rest)")).contains("call powerGrad").doesNotContain("Tape");
  }

  @Test
  void thoseThatApplyAFunctionToWhatComesBackDoNot() {
    String applied = power("s = sin(rest)\nr = mul(x, s)");
    assertThat(applied).contains("call powerBackward").contains("Tape");
  }

  @Test
  void anArmThatDidNotRunHasNothingOnTheTape() {
    String applied = power("s = sin(rest)\nr = mul(x, s)");
    String backward = applied.substring(applied.indexOf("function powerBackward"));
    assertThat(backward.substring(0, backward.indexOf("if "))).doesNotContain("pop");
    assertThat(backward.substring(backward.indexOf("if "))).contains("pop");
  }
}
